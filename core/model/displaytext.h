// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Words that came from outside (names, messages, prompts) on their way to a person's eyes: a terminal, a window, a
/// log. They are shown as the characters they are; none of them moves a cursor, turns the line around or hides.
namespace lightwell {

enum class LineBreaks {
    Replaced, ///< a line of text stays one line: a table, a log, a name
    Kept, ///< the lines are the reader's to see: a tool tip, a label
};

/// `text` with everything that acts instead of being seen made visible. Control characters become their pictures
/// (U+241B for an escape); C1 controls, line and paragraph separators, bidirectional controls, zero-width and filler
/// characters, tags, noncharacters and halves of surrogate pairs become U+FFFD; a tab becomes a blank. Joiners and
/// variation selectors stay where they belong to the character before them, as scripts and emoji need them.
[[nodiscard]] QString displayText(const QString &text, LineBreaks breaks = LineBreaks::Replaced);

/// Whether displayText() would leave it as it is.
[[nodiscard]] bool isDisplayable(const QString &text);

/// At most `most` UTF-16 units (at least 1), the last of which is an ellipsis where something was cut off.
[[nodiscard]] QString shortened(const QString &text, qsizetype most);

/// How many columns of a terminal the text takes: marks none, East Asian wide characters and emoji two.
[[nodiscard]] qsizetype columnsOf(const QString &text);

/// JSON whose strings hold no raw character that displayText() would replace: they are written as \uXXXX, which means
/// the same. `json` is UTF-8, as QJsonDocument writes it (it escapes the ASCII controls, but nothing above).
[[nodiscard]] QByteArray escapedJson(const QByteArray &json);

} // namespace lightwell
