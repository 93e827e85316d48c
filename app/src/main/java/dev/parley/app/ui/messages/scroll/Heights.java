package dev.parley.app.ui.messages.scroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows with their heights, as far as they have been measured; the others are taken to be as high as the mean.
final class Heights<R> {

    private static final double GUESS = 40;

    private final Cells<R> cells;
    private final Map<Object, Measured<R>> known = new HashMap<>();
    private final Map<Object, Integer> indices = new HashMap<>();
    private List<R> rows = new ArrayList<>();
    private double[] heights = {};

    private record Measured<R>(R row, double height) {}

    Heights(Cells<R> cells) {
        this.cells = cells;
    }

    void rows(List<R> now) {
        rows = now;
        heights = new double[now.size()];
        indices.clear();
        for (int i = 0; i < heights.length; i++) {
            R row = now.get(i);
            Object key = cells.key(row);
            indices.put(key, i);
            Measured<R> measured = known.get(key);
            heights[i] = measured != null && measured.row.equals(row) ? measured.height : Double.NaN;
        }
        if (known.size() > 2 * heights.length + 200) {
            known.keySet().retainAll(indices.keySet());
        }
    }

    int size() {
        return rows.size();
    }

    R row(int index) {
        return rows.get(index);
    }

    /// Where the row with that key is, or -1.
    int indexOf(Object key) {
        return indices.getOrDefault(key, -1);
    }

    boolean isKnown(int index) {
        return !Double.isNaN(heights[index]);
    }

    double known(int index) {
        return heights[index];
    }

    void measured(int index, double height) {
        heights[index] = height;
        R row = rows.get(index);
        known.put(cells.key(row), new Measured<>(row, height));
    }

    /// Everything has to be measured anew.
    void forget() {
        known.clear();
        Arrays.fill(heights, Double.NaN);
    }

    private double mean() {
        double sum = 0;
        int count = 0;
        for (double height : heights) {
            if (!Double.isNaN(height)) {
                sum += height;
                count++;
            }
        }
        return count == 0 ? GUESS : sum / count;
    }

    /// Height of all rows, partly guessed.
    double total() {
        return top(heights.length);
    }

    /// Distance of a row from the first, partly guessed.
    double top(int index) {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < index; i++) {
            sum += Double.isNaN(heights[i]) ? mean : heights[i];
        }
        return sum;
    }

    /// The row at a distance from the first, partly guessed.
    int at(double y) {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < heights.length; i++) {
            sum += Double.isNaN(heights[i]) ? mean : heights[i];
            if (sum > y) {
                return i;
            }
        }
        return heights.length - 1;
    }
}
