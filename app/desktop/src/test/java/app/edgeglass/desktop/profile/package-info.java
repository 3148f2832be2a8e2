@NullMarked
package app.edgeglass.desktop.profile;

import org.jspecify.annotations.NullMarked;
