// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/dayreading.h"

#include "ui/budgets/chartparts.h"
#include "ui/texts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 9;
constexpr int above = 5;
constexpr int swatch = 10;
constexpr int besideSwatch = 16;
constexpr int between = 16; ///< names and sums
constexpr int widestName = 180;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DayReading)
};

QString sumText(const DayBars::Day &day)
{
    if (day.forecast.isKnown()) {
        return Text::tr("forecast %1").arg(texts::total(day.forecast));
    }
    const bool isNothing = day.sum() == Money::zero();
    return day.unknown == 0 ? isNothing ? Text::tr("nothing spent") : day.sum().toString()
        : isNothing ? Text::tr("%1 unknown").arg(day.unknown)
                            : Text::tr("%1 + %2 unknown").arg(day.sum().toString()).arg(day.unknown);
}

} // namespace

DayReading::DayReading(const DayBars &bars, int day, int part)
{
    const DayBars::Day &bar = bars.days.at(day);
    const QLocale locale;
    const bool isWhole = part < 0 || part >= bars.parts.size();
    const QString date = locale.toString(bar.date, QLocale::LongFormat);
    m_text = isWhole ? Text::tr("%1: %2").arg(date, sumText(bar))
                     : Text::tr("%1: %2 %3").arg(date, bars.parts.at(part).name, bar.parts.at(part).toString());
    m_lines.append({Kind::Day, locale.toString(bar.date, u"d MMMM"_s), sumText(bar), 0, isWhole});
    for (auto number = static_cast<int>(bar.parts.size()) - 1; number >= 0; --number) { // as they lie
        if (bar.parts.at(number).microsOr(0) > 0) {
            m_lines.append({Kind::Part, bars.parts.at(number).name, bar.parts.at(number).toString(),
                            bars.parts.at(number).isOthers ? chartparts::most : number, number == part});
        }
    }
}

QString DayReading::text() const
{
    return m_text;
}

DayReading::Widths DayReading::widths(const QFont &font) const
{
    const QFontMetrics metrics(strongFont(font));
    Widths widths;
    for (const Line &line : m_lines) {
        const int indent = line.kind == Kind::Part ? besideSwatch : 0;
        widths.names = std::max(widths.names, metrics.horizontalAdvance(line.name) + indent);
        widths.sums = std::max(widths.sums, metrics.horizontalAdvance(line.sum));
    }
    widths.names = std::min(widths.names, widestName);
    widths.step = metrics.height() + 1;
    return widths;
}

QSizeF DayReading::size(const QFont &font) const
{
    const Widths all = widths(font);
    return {static_cast<double>(all.names + between + all.sums + 2 * inset),
            static_cast<double>(static_cast<int>(m_lines.size()) * all.step + 2 * above)};
}

void DayReading::paint(QPainter *painter, QPointF topLeft, const QFont &font, const Tokens &tokens) const
{
    const Widths all = widths(font);
    const QRectF box(topLeft, size(font));
    painting::roundedBox(painter, box, painting::innerRadius, tokens.surface, tokens.line);
    double y = box.top() + above;
    for (const Line &line : m_lines) {
        const bool isDay = line.kind == Kind::Day;
        const QRectF row(box.left() + inset, y, box.width() - 2 * inset, all.step);
        painter->setFont(isDay || line.isMeant ? strongFont(font) : font);
        painter->setPen(isDay || line.isMeant ? tokens.text : tokens.muted);
        if (!isDay) {
            chartparts::paint(painter, QRectF(row.left(), row.center().y() - swatch / 2.0, swatch, swatch), line.look,
                              tokens);
        }
        const int indent = isDay ? 0 : besideSwatch;
        painter->drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(line.name, Qt::ElideRight, all.names - indent));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.sum);
        y += all.step;
    }
}

} // namespace lightwell
