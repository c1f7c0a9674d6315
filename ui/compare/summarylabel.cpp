// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/summarylabel.h"

#include "ui/compare/comparerun.h"
#include "ui/texts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString between = u" · "_s;

bool costs(const QList<Money> &all)
{
    return all != QList<Money>(all.size(), Money::zero());
}

} // namespace

QString SummaryLabel::mayBeBilled(const QList<Money> &prices)
{
    const bool allKnown =
        std::all_of(prices.cbegin(), prices.cend(), [](const Money &price) { return price.isKnown(); });
    return tr("%1 may be billed")
        .arg(allKnown && costs(prices) ? texts::spentSum(prices) : QString::number(prices.size()));
}

SummaryLabel::SummaryLabel(QWidget *parent)
    : TextLabel(Voice::Body, {}, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

/// What is under way is never summed up as free because nothing was billed so far.
void SummaryLabel::show(const CompareSummary &sum)
{
    m_counts.clear();
    m_sums.clear();
    if (sum.cells > 0) {
        m_counts.append({tr("%1 of %2 done").arg(sum.done).arg(sum.cells), Tone::Strong});
        if (sum.failed > 0) {
            m_counts.append({tr("%1 failed").arg(sum.failed)});
        }
        if (sum.underWay > 0) {
            if (costs(sum.costs)) {
                m_sums.append({tr("%1 so far").arg(texts::spentSum(sum.costs))});
            }
            if (costs(sum.underWayPrices)) {
                m_sums.append({tr("%1 under way").arg(texts::sum(sum.underWayPrices))});
            }
        } else {
            m_sums.append({texts::duration(sum.milliseconds)});
            if (!sum.costs.isEmpty()) {
                m_sums.append({texts::spentSum(sum.costs)});
            }
        }
        if (!sum.mayBeBilled.isEmpty()) {
            m_sums.append({mayBeBilled(sum.mayBeBilled), Tone::Warning});
        }
    }
    QStringList all;
    for (const Part &part : m_counts + m_sums) {
        all.append(part.text);
    }
    setText(all.join(between));
    updateGeometry();
    update();
}

QFont SummaryLabel::fontOf(const Part &part, bool small) const
{
    const QFont own = small ? smallFont(font()) : font();
    return part.tone == Tone::Strong ? strongFont(own) : own;
}

int SummaryLabel::widthOf(const QList<Part> &parts, bool small) const
{
    int width = 0;
    for (const Part &part : parts) {
        const QFontMetrics metrics(fontOf(part, small));
        width += metrics.horizontalAdvance(part.text) + (width > 0 ? metrics.horizontalAdvance(between) : 0);
    }
    return width;
}

QSize SummaryLabel::sizeHint() const
{
    return {widthOf(m_counts + m_sums, false) + 2, 2 * fontMetrics().height()};
}

QSize SummaryLabel::minimumSizeHint() const
{
    return {std::max(widthOf(m_counts, false), widthOf(m_sums, true)) + 2, sizeHint().height()};
}

void SummaryLabel::paintLine(QPainter &painter, const QList<Part> &parts, bool small, int top, int height) const
{
    const Tokens t = tokensOf(palette());
    int left = std::max(0, width() - widthOf(parts, small));
    const auto draw = [&](const QString &text, const QFont &font, const QColor &color) {
        const QRect place(left, top, QFontMetrics(font).horizontalAdvance(text), height);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place.adjusted(0, 0, 2, 0)),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
        left += place.width();
    };
    for (qsizetype index = 0; index < parts.size(); ++index) {
        const Part &part = parts.at(index);
        const QFont font = fontOf(part, small);
        if (index > 0) {
            draw(between, font, t.muted);
        }
        draw(part.text, font, part.tone == Tone::Strong ? t.text : part.tone == Tone::Warning ? t.warn : t.muted);
    }
}

void SummaryLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<Part> all = m_counts + m_sums;
    if (widthOf(all, false) <= width() || m_sums.isEmpty()) {
        paintLine(painter, all, false, 0, height());
        return;
    }
    const int line = fontMetrics().height();
    paintLine(painter, m_counts, false, height() / 2 - line, line);
    paintLine(painter, m_sums, true, height() / 2, line);
}

} // namespace lightwell
