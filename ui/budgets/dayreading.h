// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/daybars.h"
#include "ui/widgets/tokens.h"

#include <QFont>
#include <QSizeF>

class QPainter;

namespace lightwell {

/// What is told of the day that somebody looks at: painted beside its bar as a tip would be, but there for the keyboard
/// too; and as a sentence for who hears it.
class DayReading
{
public:
    /// `part`: of the bar, the one that is meant; -1: the whole day.
    DayReading(const DayBars &bars, int day, int part);
    [[nodiscard]] QString text() const; ///< "22 November 2026: OpenAI $0.41"
    [[nodiscard]] QSizeF size(const QFont &font) const;
    void paint(QPainter *painter, QPointF topLeft, const QFont &font, const Tokens &tokens) const;

private:
    enum class Kind { Day, Part };
    struct Line
    {
        Kind kind = Kind::Part;
        QString name;
        QString sum;
        int look = 0; ///< see chartparts
        bool isMeant = false;
    };
    struct Widths
    {
        int names = 0;
        int sums = 0;
        int step = 0; ///< from line to line
    };
    [[nodiscard]] Widths widths(const QFont &font) const;
    QList<Line> m_lines;
    QString m_text;
};

} // namespace lightwell
