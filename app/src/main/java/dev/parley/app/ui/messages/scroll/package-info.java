/// A column of rows of different heights, of which only those near the viewport have nodes.
///
/// What the reader looks at stays where it is, whatever comes before or after it or changes its height; only a reader who
/// is at the end follows what is added there. Entry type: [dev.parley.app.ui.messages.scroll.VirtualColumn]. FX thread.
///
/// ```java
/// var column = new VirtualColumn<>(cells);
/// column.rows(() -> rows);
/// column.toEnd();
/// ```
@NullMarked
package dev.parley.app.ui.messages.scroll;

import org.jspecify.annotations.NullMarked;
