// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/chartlegend.h"

#include "ui/budgets/chartparts.h"
#include "ui/texts.h"
#include "ui/widgets/plaintext.h"

#include <QPainter>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatch = 12;
constexpr int beside = 7; ///< between a swatch, its name and its sum
constexpr int between = 16; ///< two parts

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartLegend::setParts(const QList<DayBars::Part> &parts)
{
    m_parts = parts;
    QStringList lines;
    QStringList exact;
    for (const DayBars::Part &part : parts) {
        lines.append(tr("%1 %2").arg(part.name, texts::total(part.sum)));
        exact.append(tr("%1 %2").arg(part.name, part.sum.toString()));
    }
    setAccessibleDescription(lines.join(u", "_s));
    setTip(this, exact.join(u'\n'));
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {240, fontMetrics().height() + 4};
}

int ChartLegend::widthOf(const DayBars::Part &part, bool withSum) const
{
    const int name = swatch + beside + fontMetrics().horizontalAdvance(part.name);
    return withSum ? name + beside + fontMetrics().horizontalAdvance(texts::total(part.sum)) : name;
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    int all = -between;
    for (const DayBars::Part &part : m_parts) {
        all += widthOf(part, true) + between;
    }
    const bool withSums = all <= width();
    int left = 0;
    for (qsizetype number = 0; number < m_parts.size(); ++number) {
        const DayBars::Part &part = m_parts.at(number);
        const qsizetype rest = m_parts.size() - number;
        const QString more = tr("+ %1 more").arg(rest);
        const int wide = widthOf(part, withSums);
        const int reserve = rest > 1 ? between + fontMetrics().horizontalAdvance(more) : 0;
        const auto placed = [this, &left](int width) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
        };
        if (!withSums && left + wide + reserve > width()) {
            painter.setPen(t.muted);
            painter.drawText(placed(width() - left), Qt::AlignVCenter | Qt::AlignLeading, more);
            return;
        }
        const QRect swatchRoom = placed(swatch);
        chartparts::paint(&painter, QRectF(swatchRoom.left(), (height() - swatch) / 2.0, swatch, swatch),
                          part.isOthers ? chartparts::most : static_cast<int>(number), t);
        left += swatch + beside;
        const int name = fontMetrics().horizontalAdvance(part.name);
        painter.setPen(t.text);
        painter.drawText(placed(name + 2), Qt::AlignVCenter | Qt::AlignLeading, part.name);
        left += name;
        if (withSums) {
            const QString sum = texts::total(part.sum);
            left += beside;
            painter.setPen(t.muted);
            painter.drawText(placed(fontMetrics().horizontalAdvance(sum) + 2), Qt::AlignVCenter | Qt::AlignLeading,
                             sum);
            left += fontMetrics().horizontalAdvance(sum);
        }
        left += between;
    }
}

} // namespace lightwell
