// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runprogress.h"

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyle>

namespace lightwell {

namespace {

constexpr int thick = 2;
constexpr int dash = 4; ///< and the gap after it

} // namespace

RunProgress::RunProgress(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(thick);
}

void RunProgress::show(int ended, int underWay)
{
    if (ended == m_ended && underWay == m_underWay) {
        return;
    }
    m_ended = ended;
    m_underWay = underWay;
    setAccessibleDescription(underWay > 0 ? tr("%1 of %2 ended").arg(ended).arg(ended + underWay) : QString());
    update();
}

void RunProgress::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    if (m_underWay == 0) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
        return;
    }
    const int solid = width() * m_ended / (m_ended + m_underWay);
    const auto fill = [&](int left, int length) {
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, length, thick)), t.accent);
    };
    painter.fillRect(rect(), t.line);
    fill(0, solid);
    for (int left = solid + dash; left < width(); left += 2 * dash) {
        fill(left, dash);
    }
}

} // namespace lightwell
