package dev.parley.app.ui.messages;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.Instant;

/// Words for one person, which the log does not hold.
///
/// @param after number of the newest entry when they came
record Private(MessageId id, long after, UserName from, UserName to, String text, Instant at) {}
