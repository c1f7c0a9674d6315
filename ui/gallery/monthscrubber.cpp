// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/monthscrubber.h"

#include "ui/widgets/stylepainting.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 10; ///< above and below
constexpr int longestBar = 28;
constexpr int shortestBar = 5;
constexpr int barHeight = 6;
constexpr int widestStep = 26;

} // namespace

MonthScrubber::MonthScrubber(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize MonthScrubber::sizeHint() const
{
    return {longestBar + fontMetrics().horizontalAdvance(u"Oct–Dec"_s) + 16, 200};
}

void MonthScrubber::setMonths(const QList<MonthCount> &months)
{
    if (m_months != months) {
        m_months = months;
        arrange();
    }
}

void MonthScrubber::arrange()
{
    const int least = fontMetrics().height() + 2;
    m_marks = monthMarks(m_months, std::max(1, (height() - 2 * margin) / least));
    m_current = -1;
    showMonth(m_shown);
    update();
}

void MonthScrubber::resizeEvent(QResizeEvent *)
{
    arrange();
}

void MonthScrubber::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        arrange();
    }
    QWidget::changeEvent(event);
}

int MonthScrubber::step() const
{
    const int count = std::max(1, static_cast<int>(m_marks.size()));
    return std::clamp((height() - 2 * margin) / count, 1, widestStep);
}

int MonthScrubber::middleOf(int mark) const
{
    return margin + mark * step() + step() / 2;
}

int MonthScrubber::markAt(int y) const
{
    if (m_marks.isEmpty()) {
        return -1;
    }
    const int last = static_cast<int>(m_marks.size()) - 1;
    const int mark = std::clamp((y - margin) / step(), 0, last);
    return m_marks.at(mark).isYear ? std::min(mark + 1, last) : mark;
}

void MonthScrubber::showMonth(QDate day)
{
    m_shown = day;
    const auto found = std::find_if(m_marks.cbegin(), m_marks.cend(), [day](const MonthMark &mark) {
        return !mark.isYear && mark.year == day.year() && day.month() >= mark.firstMonth
            && day.month() < mark.firstMonth + mark.months;
    });
    const int mark = found == m_marks.cend() ? -1 : static_cast<int>(found - m_marks.cbegin());
    if (mark != m_current) {
        m_current = mark;
        setAccessibleDescription(mark < 0 ? QString() : QLocale().toString(day, u"MMMM yyyy"_s));
        update();
    }
}

void MonthScrubber::paintEvent(QPaintEvent *)
{
    const Tokens tokens = tokensOf(palette());
    QPainter painter(this);
    int most = 1;
    for (const MonthMark &mark : std::as_const(m_marks)) {
        most = std::max(most, mark.pictures);
    }
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (int i = 0; i < m_marks.size(); ++i) {
        const MonthMark &mark = m_marks.at(i);
        const bool isStrong = i == m_current || mark.isYear;
        const QColor ink = i == m_current ? tokens.accent : mark.isYear ? tokens.text : tokens.muted;
        const QRect line(0, margin + i * step(), width() - 8, step());
        painter.setFont(isStrong ? strong : font());
        painter.setPen(ink);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, mark.text());
        if (mark.isYear) {
            continue;
        }
        // By the root, so that a month with few pictures is seen beside one with thousands.
        const double share = std::sqrt(double(mark.pictures) / most);
        const int length = shortestBar + static_cast<int>(std::lround(share * (longestBar - shortestBar)));
        const int right = line.right() - QFontMetrics(strong).horizontalAdvance(mark.text()) - 8;
        painting::roundedBox(
            &painter, QRectF(std::max(2, right - length), line.center().y() - barHeight / 2 + 1, length, barHeight),
            barHeight / 2.0, i == m_current ? tokens.accent : mixed(tokens.muted, tokens.bg, 0.6));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), painting::controlRadius, tokens);
    }
}

/// Within a month, too: the further down in its line, the later in it.
void MonthScrubber::dragTo(int y)
{
    const int mark = markAt(y);
    if (mark < 0) {
        return;
    }
    const MonthMark &there = m_marks.at(mark);
    const double within = std::clamp(double(y - margin - mark * step()) / step(), 0.0, 1.0);
    const int row = there.first + static_cast<int>(within * std::max(0, there.pictures - 1));
    Q_EMIT pictureWanted(row);
    Q_EMIT dragged(true, y);
}

void MonthScrubber::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_isDragging = true;
        dragTo(event->pos().y());
    }
}

void MonthScrubber::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging) {
        dragTo(event->pos().y());
    }
}

void MonthScrubber::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_isDragging) {
        m_isDragging = false;
        Q_EMIT dragged(false, event->pos().y());
    }
}

void MonthScrubber::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // whoever has the pictures scrolls them
}

void MonthScrubber::goTo(int mark)
{
    const int last = static_cast<int>(m_marks.size()) - 1;
    if (mark < 0 || mark > last) {
        return;
    }
    Q_EMIT pictureWanted(m_marks.at(m_marks.at(mark).isYear ? std::min(mark + 1, last) : mark).first);
}

/// The first line of another year, in the order of the lines.
int MonthScrubber::nextYear(int by) const
{
    const int own = m_current < 0 ? 0 : m_marks.at(m_current).year;
    for (int i = m_current + by; i >= 0 && i < m_marks.size(); i += by) {
        if (!m_marks.at(i).isYear && m_marks.at(i).year != own) {
            return i;
        }
    }
    return by < 0 ? 0 : static_cast<int>(m_marks.size()) - 1;
}

void MonthScrubber::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_marks.size()) - 1;
    const auto beside = [this](int by) {
        const int next = m_current + by;
        return next >= 0 && next < m_marks.size() && m_marks.at(next).isYear ? next + by : next;
    };
    switch (event->key()) {
    case Qt::Key_Down:
        goTo(beside(1));
        return;
    case Qt::Key_Up:
        goTo(beside(-1));
        return;
    case Qt::Key_PageDown:
        goTo(nextYear(1));
        return;
    case Qt::Key_PageUp:
        goTo(nextYear(-1));
        return;
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthScrubber::focusInEvent(QFocusEvent *)
{
    update();
}

void MonthScrubber::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace lightwell
