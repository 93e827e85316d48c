package dev.parley.app.cli;

import dev.parley.log.History;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how much of the past a newcomer sees: `all`, `none`, or a number of messages.
final class HistoryOption implements ITypeConverter<History> {

    @Override
    public History convert(String text) {
        return switch (text) {
            case "all" -> new History.All();
            case "none" -> new History.None();
            default -> {
                if (!text.matches("[1-9][0-9]{0,8}")) {
                    throw new TypeConversionException("'" + text + "' is not all, none or a number of messages");
                }
                yield new History.Last(Integer.parseInt(text));
            }
        };
    }
}
