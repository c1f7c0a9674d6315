// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/daychartpainter.h"

#include "ui/budgets/chartparts.h"
#include "ui/budgets/dayreading.h"
#include "ui/texts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double apart = 4; ///< a reading from its day
constexpr int roomBetween = 30; ///< between the numbers of two days

} // namespace

DayChartPainter::DayChartPainter(QPainter &painter, const DayBars &bars, const ChartFrame &frame, QSize size,
                                 const Looking &looking, const Tokens &tokens)
    : m_painter(painter)
    , m_bars(bars)
    , m_frame(frame)
    , m_size(size)
    , m_looking(looking)
    , m_tokens(tokens)
    , m_font(painter.font())
{
}

void DayChartPainter::paint()
{
    if (m_bars.days.isEmpty()) {
        return;
    }
    if (m_bars.isEmpty()) {
        paintNothing();
        return;
    }
    paintGround();
    paintDays();
    paintAllowance();
    paintReading();
}

void DayChartPainter::paintNothing()
{
    m_painter.setPen(QPen(m_tokens.line, 1));
    const double y = std::round(m_frame.plot.bottom()) - 0.5;
    m_painter.drawLine(QPointF(0, y), QPointF(m_size.width(), y));
    m_painter.setPen(m_tokens.muted);
    m_painter.drawText(QRectF(0, 0, m_size.width(), y), Qt::AlignCenter, tr("Nothing was spent in this month"));
}

void DayChartPainter::paintGround()
{
    for (int day = 0; day < m_bars.days.size(); ++day) {
        const bool isChosen = m_bars.days.at(day).date == m_looking.chosen;
        if (isChosen || day == m_looking.day) {
            painting::roundedBox(&m_painter, m_frame.room(day).adjusted(1, -2, -1, 0), 4,
                                 isChosen ? m_tokens.selected : m_tokens.raised);
        }
    }
    const double height = m_painter.fontMetrics().height();
    for (int line = 0; line <= m_frame.scale.lines; ++line) {
        const double y = std::round(m_frame.y(line * m_frame.scale.step)) - 0.5;
        m_painter.setPen(QPen(m_tokens.line, 1));
        m_painter.drawLine(QPointF(m_frame.plot.left(), y), QPointF(m_frame.plot.right(), y));
        if (line > 0) {
            m_painter.setPen(m_tokens.muted);
            m_painter.drawText(
                QRectF(m_frame.plot.right(), y - height / 2, m_size.width() - m_frame.plot.right(), height),
                Qt::AlignRight | Qt::AlignVCenter, m_frame.lineText(line));
        }
    }
}

void DayChartPainter::paintDays()
{
    bool isForecastNamed = false;
    for (int number = 0; number < m_bars.days.size(); ++number) {
        const DayBars::Day &day = m_bars.days.at(number);
        double top = m_frame.plot.bottom();
        if (day.forecast.microsOr(0) > 0) {
            top = std::min(top, m_frame.y(day.forecast.micros()));
            paintForecast(number, top, !std::exchange(isForecastNamed, true));
        }
        top = std::min(top, paintParts(number));
        if (day.unknown > 0) {
            const double height = m_painter.fontMetrics().height();
            m_painter.setFont(strongFont(m_font));
            m_painter.setPen(m_tokens.warn);
            m_painter.drawText(QRectF(m_frame.room(number).left(), top - height, m_frame.column, height),
                               Qt::AlignCenter, u"?"_s);
            m_painter.setFont(m_font);
        }
        paintNumber(number);
    }
}

void DayChartPainter::paintForecast(int number, double top, bool isNamed)
{
    m_painter.setPen(QPen(m_tokens.muted, 1, Qt::DotLine));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(QRectF(m_frame.left(number) + 0.5, std::round(top) + 0.5, m_frame.bar - 1,
                                     m_frame.plot.bottom() - std::round(top) - 1),
                              2, 2);
    if (isNamed) {
        m_painter.setPen(m_tokens.muted);
        const double height = m_painter.fontMetrics().height();
        const double wide = m_painter.fontMetrics().horizontalAdvance(tr("forecast")) + 2;
        const double left = std::min(m_frame.left(number), m_frame.plot.right() - wide);
        m_painter.drawText(QRectF(left, top - height - 2, wide, height), Qt::AlignLeft | Qt::AlignVCenter,
                           tr("forecast"));
    }
}

double DayChartPainter::paintParts(int number)
{
    double top = m_frame.plot.bottom();
    const QList<QRectF> areas = m_frame.parts(m_bars.days.at(number), number);
    for (int part = 0; part < areas.size(); ++part) {
        const QRectF &area = areas.at(part);
        if (area.height() <= 0) {
            continue;
        }
        chartparts::paint(&m_painter, area, m_bars.parts.at(part).isOthers ? chartparts::most : part, m_tokens);
        top = std::min(top, area.top());
        if (number == m_looking.day && part == m_looking.part) {
            m_painter.setPen(QPen(m_tokens.text, 1.5));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(area.adjusted(-1.5, -0.5, 1.5, 0.5), 2, 2);
        }
    }
    return top;
}

/// The first, each fifth, and today; those too near to today give way to it.
void DayChartPainter::paintNumber(int number)
{
    const auto today = static_cast<int>(m_bars.days.first().date.daysTo(m_bars.today));
    const int inMonth = m_bars.days.at(number).date.day();
    const bool isToday = number == today;
    const bool isNamed = inMonth == 1 || inMonth % 5 == 0;
    const bool isInTheWay = std::abs(number - today) * m_frame.column < roomBetween;
    if (isToday || (isNamed && !isInTheWay)) {
        m_painter.setFont(isToday ? strongFont(m_font) : m_font);
        m_painter.setPen(isToday ? m_tokens.text : m_tokens.muted);
        const QRectF room(m_frame.room(number).center().x() - roomBetween / 2.0, m_frame.plot.bottom() + 4, roomBetween,
                          m_painter.fontMetrics().height());
        m_painter.drawText(room, Qt::AlignCenter, QString::number(inMonth));
        m_painter.setFont(m_font);
    }
}

void DayChartPainter::paintAllowance()
{
    const qint64 allowance = m_bars.allowance.microsOr(0);
    if (allowance <= 0 || allowance > m_frame.scale.top()) {
        return;
    }
    const double y = std::round(m_frame.y(allowance)) - 0.5;
    m_painter.setPen(QPen(m_tokens.text, 1, Qt::DashLine));
    m_painter.drawLine(QPointF(m_frame.plot.left(), y), QPointF(m_frame.plot.right(), y));
    const QString text = tr("%1 a day would use it all").arg(texts::total(m_bars.allowance));
    const double wide = m_painter.fontMetrics().horizontalAdvance(text) + 6;
    const double height = m_painter.fontMetrics().height();
    const double top = y - height - 1 >= 0 ? y - height - 1 : y + 1;
    if (const std::optional<double> left = allowanceLeft(std::max(y, top + height), wide)) {
        const QRectF room(*left, top, wide, height);
        m_painter.fillRect(room, m_tokens.surface);
        m_painter.setPen(m_tokens.text);
        m_painter.drawText(room, Qt::AlignCenter, text);
    } else { // at the axis, where the sum alone has to do
        const QRectF room(m_frame.plot.right() + 1, y - height / 2, m_size.width() - m_frame.plot.right() - 1, height);
        m_painter.fillRect(room, m_tokens.surface);
        m_painter.setPen(m_tokens.text);
        m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, texts::total(m_bars.allowance));
    }
}

/// The first place for its text where no bar reaches higher than `y`; nothing: there is none.
std::optional<double> DayChartPainter::allowanceLeft(double y, double width) const
{
    for (int first = 0; first < m_bars.days.size(); ++first) {
        const double left = m_frame.room(first).left();
        const auto last = static_cast<int>((left - m_frame.plot.left() + width) / m_frame.column);
        if (last >= m_bars.days.size()) {
            break;
        }
        const auto days = std::span(m_bars.days).subspan(first, last - first + 1);
        const bool isFree = std::all_of(days.begin(), days.end(), [this, y](const DayBars::Day &day) {
            return m_frame.y(std::max(day.sum().microsOr(0), day.forecast.microsOr(0))) >= y;
        });
        if (isFree) {
            return left;
        }
    }
    return std::nullopt;
}

/// Beside the bar.
void DayChartPainter::paintReading()
{
    if (m_looking.day < 0) {
        return;
    }
    const DayReading told(m_bars, m_looking.day, m_looking.part);
    const QSizeF size = told.size(m_font);
    const QRectF room = m_frame.room(m_looking.day);
    const bool fitsBehind = room.right() + apart + size.width() <= m_size.width();
    const double left = fitsBehind ? room.right() + apart : room.left() - apart - size.width();
    const double top = std::min(m_frame.plot.top(), m_size.height() - size.height());
    told.paint(&m_painter, {std::max(0.0, left), std::max(0.0, top)}, m_font, m_tokens);
}

} // namespace lightwell
