// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clampedlabel.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace lightwell {

ClampedLabel::ClampedLabel(Voice voice, int lines, QWidget *parent)
    : TextLabel(voice, {}, parent)
    , m_lines(lines)
{
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
}

QStringList ClampedLabel::broken(int width) const
{
    QString words = text();
    words.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(words, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < m_lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        lines.append(words.mid(line.textStart(), line.textLength()).trimmed());
        const qsizetype end = line.textStart() + line.textLength();
        if (lines.size() == m_lines && end < words.size()) {
            lines.append(words.mid(end).trimmed());
            break;
        }
    }
    layout.endLayout();
    return lines;
}

int ClampedLabel::heightForWidth(int width) const
{
    const auto lines = std::min<qsizetype>(broken(width).size(), m_lines);
    return static_cast<int>(lines) * fontMetrics().lineSpacing();
}

QSize ClampedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().lineSpacing()};
}

bool ClampedLabel::isCut() const
{
    return broken(width()).size() > m_lines;
}

void ClampedLabel::paintEvent(QPaintEvent *)
{
    QStringList lines = broken(width());
    if (lines.size() > m_lines) {
        const QString rest = lines.takeLast();
        lines.last() = fontMetrics().elidedText(lines.last() + u' ' + rest, Qt::ElideRight, width());
    }
    QPainter painter(this);
    const int flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()));
    style()->drawItemText(&painter, rect(), flags, palette(), isEnabled(), lines.join(u'\n'), foregroundRole());
}

} // namespace lightwell
