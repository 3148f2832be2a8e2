package app.edgeglass.desktop.connection;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/**
 * A button of several lines that wrap. A plain button asks its content for a height without saying how wide it will be, and
 * gets the height of one word a line, or of words that are cut off.
 */
final class Card extends Button {

    private final Region content;

    Card(Region content) {
        super(null, content);
        this.content = content;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double room = (width < 0 ? getWidth() : width) - around.getLeft() - around.getRight();
        return around.getTop() + content.prefHeight(Math.max(0, room)) + around.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        content.setPrefWidth(getWidth() - getInsets().getLeft() - getInsets().getRight());
        super.layoutChildren();
    }
}
