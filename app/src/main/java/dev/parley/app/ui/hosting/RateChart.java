package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Messages per minute as a row of bars, the present minute at the right. FX thread.
public final class RateChart extends Region {

    private static final double GAP = 2;
    private static final double EMPTY = 2;
    /// A single message must not fill the chart.
    private static final int LEAST_TOP = 5;

    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final Texts texts;
    private final List<Region> bars = new ArrayList<>();
    private final Label most = new Label();
    private final Label from;
    private final Label now;
    private List<Integer> series = List.of();

    public RateChart(Texts texts) {
        this.texts = texts;
        this.from = new Label(texts.get("hosting.chart-from"));
        this.now = new Label(texts.get("hosting.chart-now"));
        getStyleClass().add("rate-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (Label label : List.of(most, from, now)) {
            label.getStyleClass().addAll("faint", "small");
        }
        for (int i = 0; i < MinuteCounts.MINUTES; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("rate-bar");
            bars.add(bar);
        }
        bars.getLast().getStyleClass().add("now");
        getChildren().addAll(bars);
        getChildren().addAll(most, from, now);
    }

    /// @param perMinute the oldest first
    public void show(List<Integer> perMinute) {
        series = perMinute;
        int top = top();
        most.setText(top == 0 ? texts.get("hosting.chart-none") : texts.get("hosting.chart-most", top));
        setAccessibleText(texts.get("hosting.chart-spoken", perMinute.isEmpty() ? 0 : perMinute.getLast(), top,
                perMinute.stream().mapToInt(Integer::intValue).sum()));
        requestLayout();
    }

    private int top() {
        return series.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + from.prefHeight(-1) * 5;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return from.prefWidth(-1) * 4;
    }

    @Override
    protected double computeMinWidth(double height) {
        return from.prefWidth(-1) + now.prefWidth(-1) + GAP;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double line = from.prefHeight(-1);
        double ground = getHeight() - snappedBottomInset() - line - GAP;
        double ceiling = snappedTopInset() + line;
        double step = width / bars.size();
        double scale = (ground - ceiling) / Math.max(LEAST_TOP, top());
        for (int i = 0; i < bars.size(); i++) {
            int at = i - (bars.size() - series.size());
            int count = at >= 0 ? series.get(at) : 0;
            double height = count == 0 ? EMPTY : Math.max(2 * EMPTY, count * scale);
            bars.get(i).pseudoClassStateChanged(SOME, count > 0);
            bars.get(i).resizeRelocate(left + i * step + GAP / 2, ground - height, Math.max(1, step - GAP), height);
        }
        most.resizeRelocate(left, snappedTopInset(), Math.min(width, most.prefWidth(-1)), line);
        from.resizeRelocate(left, ground + GAP, from.prefWidth(-1), line);
        now.resizeRelocate(left + width - now.prefWidth(-1), ground + GAP, now.prefWidth(-1), line);
    }
}
