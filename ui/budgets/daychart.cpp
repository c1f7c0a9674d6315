// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/daychart.h"

#include "ui/budgets/chartparts.h"
#include "ui/budgets/dayreading.h"
#include "ui/texts.h"
#include "ui/widgets/stylepainting.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestBar = 26;
constexpr double leastPart = 2; ///< pixels: what was spent is seen, however little
constexpr double apart = 4; ///< a reading from its day
constexpr int roomBetween = 30; ///< between the numbers of two days

QString lineText(qint64 micros, qint64 step)
{
    const Money money = Money::fromMicros(micros);
    return step < 10'000 ? texts::one(money) : texts::total(money);
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

struct DayChart::Frame
{
    QRectF plot;
    ChartScale scale;
    double column = 0; ///< the room of a day
    double bar = 0;

    [[nodiscard]] double y(qint64 micros) const
    {
        return plot.bottom() - plot.height() * static_cast<double>(micros) / static_cast<double>(scale.top());
    }
    [[nodiscard]] QRectF room(int day) const { return {plot.left() + day * column, plot.top(), column, plot.height()}; }
    [[nodiscard]] double left(int day) const { return std::round(plot.left() + (day + 0.5) * column - bar / 2); }
    /// The parts of a day from below; an empty one where nothing was spent.
    [[nodiscard]] QList<QRectF> parts(const DayBars::Day &day, int number) const
    {
        QList<QRectF> areas;
        double bottom = plot.bottom();
        for (const Money part : day.parts) {
            const qint64 micros = part.microsOr(0);
            const double height = micros > 0 ? std::max(plot.bottom() - y(micros), leastPart) : 0;
            areas.append(QRectF(left(number), bottom - height, bar, height > leastPart ? height - 1 : height));
            bottom -= height;
        }
        return areas;
    }
};

DayChart::DayChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DayChart::setBars(const DayBars &bars)
{
    const bool isAnother = bars.days.value(0).date != m_bars.days.value(0).date;
    m_bars = bars;
    lookAt(isAnother ? -1 : m_day, isAnother ? -1 : m_part);
    update();
}

void DayChart::setChosen(QDate day)
{
    m_chosen = day;
    update();
}

QFont DayChart::small() const
{
    QFont own = font();
    own.setPointSizeF(own.pointSizeF() * 0.92);
    return own;
}

DayChart::Frame DayChart::frame() const
{
    qint64 highest = 0;
    for (const DayBars::Day &day : m_bars.days) {
        highest = std::max({highest, day.sum().microsOr(0), day.forecast.microsOr(0)});
    }
    // A limit far above the bars would press them flat.
    const qint64 allowance = m_bars.allowance.microsOr(0);
    if (allowance > 0 && (allowance <= 2 * highest || highest == 0)) {
        highest = std::max(highest, allowance);
    }
    Frame frame;
    frame.scale = ChartScale::upTo(std::max<qint64>(highest, 1));
    const QFontMetrics metrics(small());
    int numbers = 0;
    for (int line = 1; line <= frame.scale.lines; ++line) {
        numbers = std::max(numbers, metrics.horizontalAdvance(lineText(line * frame.scale.step, frame.scale.step)));
    }
    frame.plot = QRectF(0, metrics.height() / 2.0 + 1, width() - numbers - 6, height() - metrics.height() * 1.5 - 6);
    frame.column = frame.plot.width() / std::max<qsizetype>(1, m_bars.days.size());
    frame.bar = std::min<double>(widestBar, std::max(3.0, std::floor(frame.column * 0.64)));
    return frame;
}

QRect DayChart::dayRect(QDate day) const
{
    const auto number = static_cast<int>(m_bars.days.value(0).date.daysTo(day));
    return number >= 0 && number < m_bars.days.size() ? frame().room(number).toAlignedRect() : QRect();
}

QList<int> DayChart::partsOf(int day) const
{
    QList<int> parts;
    const QList<Money> sums = m_bars.days.value(day).parts;
    for (int part = 0; part < sums.size(); ++part) {
        if (sums.at(part).microsOr(0) > 0) {
            parts.append(part);
        }
    }
    return parts;
}

void DayChart::lookAt(int day, int part)
{
    day = std::min<int>(day, static_cast<int>(m_bars.days.size()) - 1);
    if (day < 0 || part >= m_bars.parts.size()) {
        part = -1;
    }
    const bool isOther = day != m_day || part != m_part;
    m_day = day;
    m_part = part;
    if (const QString says = reading(); says != accessibleDescription()) {
        setAccessibleDescription(says);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    if (isOther) {
        update();
    }
}

QString DayChart::reading() const
{
    if (m_day < 0 || m_day >= m_bars.days.size()) {
        return {};
    }
    return DayReading(m_bars, m_day, m_part).text();
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    const Frame frame = this->frame();
    const QPointF at = event->position();
    const auto day = static_cast<int>((at.x() - frame.plot.left()) / frame.column);
    if (!frame.plot.contains(QPointF(at.x(), frame.plot.center().y())) || day >= m_bars.days.size()) {
        lookAt(-1, -1);
        return;
    }
    int part = -1;
    const QList<QRectF> areas = frame.parts(m_bars.days.at(day), day);
    for (int number = 0; number < areas.size(); ++number) {
        if (areas.at(number).height() > 0 && areas.at(number).adjusted(-2, -0.5, 2, 0.5).contains(at)) {
            part = number;
        }
    }
    lookAt(day, part);
}

void DayChart::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    if (event->button() == Qt::LeftButton) {
        choose();
    }
}

void DayChart::leaveEvent(QEvent *event)
{
    if (!hasFocus()) {
        lookAt(-1, -1);
    }
    QWidget::leaveEvent(event);
}

void DayChart::focusOutEvent(QFocusEvent *event)
{
    lookAt(-1, -1);
    QWidget::focusOutEvent(event);
}

void DayChart::choose()
{
    const QDate day = m_day >= 0 ? m_bars.days.at(m_day).date : QDate();
    if (day.isValid() && day <= m_bars.today) {
        Q_EMIT dayChosen(day == m_chosen ? QDate() : day);
    }
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const auto count = static_cast<int>(m_bars.days.size());
    const auto today = static_cast<int>(m_bars.days.value(0).date.daysTo(m_bars.today));
    const int start = m_day >= 0 ? m_day : std::clamp(today, 0, std::max(0, count - 1));
    const QList<int> parts = partsOf(m_day);
    const auto place = parts.indexOf(m_part); // -1: the whole day, below the first part
    switch (event->key()) {
    case Qt::Key_Left:
        return lookAt(m_day < 0 ? start : std::max(0, start - 1), -1);
    case Qt::Key_Right:
        return lookAt(m_day < 0 ? start : std::min(count - 1, start + 1), -1);
    case Qt::Key_Home:
        return lookAt(0, -1);
    case Qt::Key_End:
        return lookAt(count - 1, -1);
    case Qt::Key_Up:
        return lookAt(start, m_day < 0 ? -1 : parts.value(std::min(place + 1, parts.size() - 1), -1));
    case Qt::Key_Down:
        return lookAt(start, place <= 0 ? -1 : parts.at(place - 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose();
    case Qt::Key_Escape:
        if (m_day >= 0) {
            return lookAt(-1, -1);
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void DayChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(small());
    if (m_bars.days.isEmpty()) {
        return;
    }
    const Frame frame = this->frame();
    if (m_bars.isEmpty()) {
        paintNothing(painter, frame);
        return;
    }
    paintGround(painter, frame);
    paintDays(painter, frame);
    paintAllowance(painter, frame);
    paintReading(painter, frame);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, tokensOf(palette()));
    }
}

void DayChart::paintNothing(QPainter &painter, const Frame &frame)
{
    const Tokens t = tokensOf(palette());
    painter.setPen(QPen(t.line, 1));
    const double y = std::round(frame.plot.bottom()) - 0.5;
    painter.drawLine(QPointF(0, y), QPointF(width(), y));
    painter.setPen(t.muted);
    painter.drawText(QRectF(0, 0, width(), y), Qt::AlignCenter, tr("Nothing was spent in this month"));
}

void DayChart::paintGround(QPainter &painter, const Frame &frame)
{
    const Tokens t = tokensOf(palette());
    for (int day = 0; day < m_bars.days.size(); ++day) {
        const bool isChosen = m_bars.days.at(day).date == m_chosen;
        if (isChosen || day == m_day) {
            painting::roundedBox(&painter, frame.room(day).adjusted(1, -2, -1, 0), 4, isChosen ? t.selected : t.raised);
        }
    }
    const double height = painter.fontMetrics().height();
    for (int line = 0; line <= frame.scale.lines; ++line) {
        const double y = std::round(frame.y(line * frame.scale.step)) - 0.5;
        painter.setPen(QPen(t.line, 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        if (line > 0) {
            painter.setPen(t.muted);
            painter.drawText(QRectF(frame.plot.right(), y - height / 2, width() - frame.plot.right(), height),
                             Qt::AlignRight | Qt::AlignVCenter, lineText(line * frame.scale.step, frame.scale.step));
        }
    }
}

void DayChart::paintDays(QPainter &painter, const Frame &frame)
{
    const Tokens t = tokensOf(palette());
    const QFont plain = small();
    const auto today = static_cast<int>(m_bars.days.first().date.daysTo(m_bars.today));
    bool isForecastNamed = false;
    for (int number = 0; number < m_bars.days.size(); ++number) {
        const DayBars::Day &day = m_bars.days.at(number);
        double top = frame.plot.bottom();
        if (day.forecast.microsOr(0) > 0) {
            top = std::min(top, frame.y(day.forecast.micros()));
            painter.setPen(QPen(t.muted, 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(frame.left(number) + 0.5, std::round(top) + 0.5, frame.bar - 1,
                                           frame.plot.bottom() - std::round(top) - 1),
                                    2, 2);
            if (!isForecastNamed) {
                isForecastNamed = true;
                painter.setPen(t.muted);
                const double wide = painter.fontMetrics().horizontalAdvance(tr("forecast")) + 2;
                const double left = std::min(frame.left(number), frame.plot.right() - wide);
                painter.drawText(
                    QRectF(left, top - painter.fontMetrics().height() - 2, wide, painter.fontMetrics().height()),
                    Qt::AlignLeft | Qt::AlignVCenter, tr("forecast"));
            }
        }
        const QList<QRectF> areas = frame.parts(day, number);
        for (int part = 0; part < areas.size(); ++part) {
            if (areas.at(part).height() > 0) {
                chartparts::paint(&painter, areas.at(part), m_bars.parts.at(part).isOthers ? chartparts::most : part,
                                  t);
                top = std::min(top, areas.at(part).top());
                if (number == m_day && part == m_part) {
                    painter.setPen(QPen(t.text, 1.5));
                    painter.setBrush(Qt::NoBrush);
                    painter.drawRoundedRect(areas.at(part).adjusted(-1.5, -0.5, 1.5, 0.5), 2, 2);
                }
            }
        }
        const double height = painter.fontMetrics().height();
        if (day.unknown > 0) {
            painter.setFont(strong(plain));
            painter.setPen(t.warn);
            painter.drawText(QRectF(frame.room(number).left(), top - height, frame.column, height), Qt::AlignCenter,
                             u"?"_s);
        }
        const int inMonth = day.date.day();
        const bool isToday = number == today;
        const bool isNamed = inMonth == 1 || inMonth % 5 == 0;
        const bool isInTheWay = std::abs(number - today) * frame.column < roomBetween;
        if (isToday || (isNamed && !isInTheWay)) {
            painter.setFont(isToday ? strong(plain) : plain);
            painter.setPen(isToday ? t.text : t.muted);
            const QRectF room(frame.room(number).center().x() - roomBetween / 2.0, frame.plot.bottom() + 4, roomBetween,
                              height);
            painter.drawText(room, Qt::AlignCenter, QString::number(inMonth));
        }
        painter.setFont(plain);
    }
}

void DayChart::paintAllowance(QPainter &painter, const Frame &frame)
{
    const qint64 allowance = m_bars.allowance.microsOr(0);
    if (allowance <= 0 || allowance > frame.scale.top()) {
        return;
    }
    const Tokens t = tokensOf(palette());
    const double y = std::round(frame.y(allowance)) - 0.5;
    painter.setPen(QPen(t.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    const QString text = tr("%1 a day would use it all").arg(texts::total(m_bars.allowance));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 6;
    const double height = painter.fontMetrics().height();
    const double top = y - height - 1 >= 0 ? y - height - 1 : y + 1;
    if (const std::optional<double> left = allowanceLeft(frame, std::max(y, top + height), wide)) {
        const QRectF room(*left, top, wide, height);
        painter.fillRect(room, t.surface);
        painter.setPen(t.text);
        painter.drawText(room, Qt::AlignCenter, text);
    } else { // at the axis, where the sum alone has to do
        const QRectF room(frame.plot.right() + 1, y - height / 2, width() - frame.plot.right() - 1, height);
        painter.fillRect(room, t.surface);
        painter.setPen(t.text);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, texts::total(m_bars.allowance));
    }
}

/// The first place for its text where no bar reaches higher than `y`; nothing: there is none.
std::optional<double> DayChart::allowanceLeft(const Frame &frame, double y, double width) const
{
    for (int first = 0; first < m_bars.days.size(); ++first) {
        const double left = frame.room(first).left();
        const auto last = static_cast<int>((left - frame.plot.left() + width) / frame.column);
        if (last >= m_bars.days.size()) {
            break;
        }
        const auto days = std::span(m_bars.days).subspan(first, last - first + 1);
        const bool isFree = std::all_of(days.begin(), days.end(), [&frame, y](const DayBars::Day &day) {
            return frame.y(std::max(day.sum().microsOr(0), day.forecast.microsOr(0))) >= y;
        });
        if (isFree) {
            return left;
        }
    }
    return std::nullopt;
}

/// Beside the bar.
void DayChart::paintReading(QPainter &painter, const Frame &frame)
{
    if (m_day < 0) {
        return;
    }
    const DayReading told(m_bars, m_day, m_part);
    const QSizeF size = told.size(small());
    const QRectF room = frame.room(m_day);
    const bool fitsBehind = room.right() + apart + size.width() <= width();
    const double left = fitsBehind ? room.right() + apart : room.left() - apart - size.width();
    const double top = std::min(frame.plot.top(), height() - size.height());
    told.paint(&painter, {std::max(0.0, left), std::max(0.0, top)}, small(), tokensOf(palette()));
}

} // namespace lightwell
