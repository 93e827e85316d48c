/// How the window looks: AtlantaFX (Primer) with our own tokens.
///
/// `tokens-light.css` and `tokens-dark.css` hold every colour; `parley.css` and one style sheet per screen use them. Sizes
/// of text are in em, so that they follow the text size. Entry type: [Theme]. FX thread.
@NullMarked
package dev.parley.app.ui.theme;

import org.jspecify.annotations.NullMarked;
