/** What a person is told without having asked: shown for a moment, kept in a list, repeated ones folded. */
@NullMarked
package app.edgeglass.desktop.shell.notice;

import org.jspecify.annotations.NullMarked;
