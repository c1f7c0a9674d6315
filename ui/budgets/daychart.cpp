// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/daychart.h"

#include "ui/budgets/dayreading.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace lightwell {

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
    lookAt(isAnother ? -1 : m_looking.day, isAnother ? -1 : m_looking.part);
    update();
}

void DayChart::setChosen(QDate day)
{
    m_looking.chosen = day;
    update();
}

ChartFrame DayChart::frame() const
{
    return ChartFrame::of(m_bars, size(), smallFont(font()));
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
    const bool isOther = day != m_looking.day || part != m_looking.part;
    m_looking.day = day;
    m_looking.part = part;
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
    if (m_looking.day < 0 || m_looking.day >= m_bars.days.size()) {
        return {};
    }
    return DayReading(m_bars, m_looking.day, m_looking.part).text();
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    const ChartFrame frame = this->frame();
    const QPointF at = event->position();
    const int day = frame.dayAt(at);
    if (day < 0 || day >= m_bars.days.size()) {
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
    const QDate day = m_looking.day >= 0 ? m_bars.days.at(m_looking.day).date : QDate();
    if (day.isValid() && day <= m_bars.today) {
        Q_EMIT dayChosen(day == m_looking.chosen ? QDate() : day);
    }
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const auto count = static_cast<int>(m_bars.days.size());
    const auto today = static_cast<int>(m_bars.days.value(0).date.daysTo(m_bars.today));
    const int start = m_looking.day >= 0 ? m_looking.day : std::clamp(today, 0, std::max(0, count - 1));
    const QList<int> parts = partsOf(m_looking.day);
    const auto place = parts.indexOf(m_looking.part); // -1: the whole day, below the first part
    switch (event->key()) {
    case Qt::Key_Left:
        return lookAt(m_looking.day < 0 ? start : std::max(0, start - 1), -1);
    case Qt::Key_Right:
        return lookAt(m_looking.day < 0 ? start : std::min(count - 1, start + 1), -1);
    case Qt::Key_Home:
        return lookAt(0, -1);
    case Qt::Key_End:
        return lookAt(count - 1, -1);
    case Qt::Key_Up:
        return lookAt(start, m_looking.day < 0 ? -1 : parts.value(std::min(place + 1, parts.size() - 1), -1));
    case Qt::Key_Down:
        return lookAt(start, place <= 0 ? -1 : parts.at(place - 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose();
    case Qt::Key_Escape:
        if (m_looking.day >= 0) {
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
    const Tokens tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    DayChartPainter(painter, m_bars, frame(), size(), m_looking, tokens).paint();
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, tokens);
    }
}

} // namespace lightwell
