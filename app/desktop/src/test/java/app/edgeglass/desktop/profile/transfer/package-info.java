@NullMarked
package app.edgeglass.desktop.profile.transfer;

import org.jspecify.annotations.NullMarked;
