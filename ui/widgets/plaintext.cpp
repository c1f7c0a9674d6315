// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintext.h"

#include "core/model/displaytext.h"

#include <QTextBoundaryFinder>
#include <QWidget>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readable = 72; ///< columns of a line
constexpr qsizetype widest = 120; ///< of a word that is still left in one piece, such as an address
constexpr qsizetype longest = 2000; ///< letters of a tip
constexpr qsizetype maxLines = 30;
constexpr QChar wordJoiner(0x2060); ///< takes no room and is not seen

/// A word without a blank is taken apart where that makes no other letters of it.
QStringList pieces(const QString &word)
{
    if (columnsOf(word) <= widest) {
        return {word};
    }
    QStringList parts {QString()};
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
    qsizetype columns = 0;
    for (qsizetype begin = 0, end = letters.toNextBoundary(); end > begin;
         begin = end, end = letters.toNextBoundary()) {
        const QString letter = word.sliced(begin, end - begin);
        columns += columnsOf(letter);
        if (columns > readable) {
            parts.append(QString());
            columns = columnsOf(letter);
        }
        parts.last() += letter;
    }
    return parts;
}

QStringList wrapped(const QString &paragraph)
{
    QStringList lines;
    QString line;
    for (const QString &word : paragraph.split(u' ')) {
        for (const QString &piece : pieces(word)) {
            if (!line.isEmpty() && columnsOf(line) + 1 + columnsOf(piece) > readable) {
                lines.append(line);
                line.clear();
            }
            line += line.isEmpty() ? piece : QString(u' ' + piece);
        }
    }
    return lines << line;
}

/// "<b>" and "&lt;" are what Qt knows HTML by: with something in between they are neither.
QString neverMarkup(QString text)
{
    text.replace(u'<', QString(u'<') + wordJoiner);
    return text.replace(u"&lt;"_s, QString(u'&') + wordJoiner + u"lt;"_s);
}

} // namespace

QString tipText(const QString &text)
{
    QStringList lines;
    for (const QString &paragraph : displayText(shortened(text, longest), LineBreaks::Kept).split(u'\n')) {
        lines += wrapped(paragraph);
    }
    if (lines.size() > maxLines) {
        lines = lines.first(maxLines - 1) << u"…"_s;
    }
    return neverMarkup(lines.join(u'\n'));
}

void setTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(tipText(text));
}

} // namespace lightwell
