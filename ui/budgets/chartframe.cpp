// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/chartframe.h"

#include "ui/texts.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr int widestBar = 26;
constexpr double minPart = 2; ///< pixels: what was spent is seen, however little

} // namespace

ChartFrame ChartFrame::of(const DayBars &bars, QSize size, const QFont &font)
{
    qint64 highest = 0;
    for (const DayBars::Day &day : bars.days) {
        highest = std::max({highest, day.sum().microsOr(0), day.forecast.microsOr(0)});
    }
    // A limit far above the bars would press them flat.
    const qint64 allowance = bars.allowance.microsOr(0);
    if (allowance > 0 && (allowance <= 2 * highest || highest == 0)) {
        highest = std::max(highest, allowance);
    }
    ChartFrame frame;
    frame.scale = ChartScale::upTo(std::max<qint64>(highest, 1));
    const QFontMetrics metrics(font);
    int numbers = 0;
    for (int line = 1; line <= frame.scale.lines; ++line) {
        numbers = std::max(numbers, metrics.horizontalAdvance(frame.lineText(line)));
    }
    frame.plot =
        QRectF(0, metrics.height() / 2.0 + 1, size.width() - numbers - 6, size.height() - metrics.height() * 1.5 - 6);
    frame.column = frame.plot.width() / static_cast<double>(std::max<qsizetype>(1, bars.days.size()));
    frame.bar = std::min<double>(widestBar, std::max(3.0, std::floor(frame.column * 0.64)));
    return frame;
}

QString ChartFrame::lineText(int line) const
{
    const Money money = Money::fromMicros(line * scale.step);
    return scale.step < 10'000 ? texts::one(money) : texts::total(money);
}

double ChartFrame::y(qint64 micros) const
{
    return plot.bottom() - plot.height() * static_cast<double>(micros) / static_cast<double>(scale.top());
}

QRectF ChartFrame::room(int day) const
{
    return {plot.left() + day * column, plot.top(), column, plot.height()};
}

double ChartFrame::left(int day) const
{
    return std::round(plot.left() + (day + 0.5) * column - bar / 2);
}

int ChartFrame::dayAt(QPointF place) const
{
    const bool isBeside = !plot.contains(QPointF(place.x(), plot.center().y()));
    return isBeside ? -1 : static_cast<int>((place.x() - plot.left()) / column);
}

QList<QRectF> ChartFrame::parts(const DayBars::Day &day, int number) const
{
    QList<QRectF> areas;
    double bottom = plot.bottom();
    for (const Money part : day.parts) {
        const qint64 micros = part.microsOr(0);
        const double height = micros > 0 ? std::max(plot.bottom() - y(micros), minPart) : 0;
        areas.append(QRectF(left(number), bottom - height, bar, height > minPart ? height - 1 : height));
        bottom -= height;
    }
    return areas;
}

} // namespace lightwell
