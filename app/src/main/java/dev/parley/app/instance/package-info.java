/// One window per user and data folder: a second start hands its links to the first and ends.
///
/// A lock on `window.lock` decides who is first, so a crash frees the place; `window.sock`, a Unix domain socket that only
/// the owner can reach, carries the links. Entry type: [SingleWindow]; safe for any thread.
///
/// ```java
/// switch (SingleWindow.claim(folder, links, this::open)) {
///     case Claim.First first -> show(first.window());
///     case Claim.Told _ -> {}
/// }
/// ```
@NullMarked
package dev.parley.app.instance;

import org.jspecify.annotations.NullMarked;
