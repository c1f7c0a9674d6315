// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flatheader.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

FlatHeader::FlatHeader(Ground ground, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_ground(ground)
{
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicator(-1, Qt::AscendingOrder);
}

QSize FlatHeader::sizeHint() const
{
    return {0, m_lines * fontMetrics().height() + 12};
}

void FlatHeader::setLines(int lines)
{
    m_lines = lines;
    updateGeometry();
}

void FlatHeader::setInsets(int inset, int first)
{
    m_inset = inset;
    m_first = first;
}

void FlatHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens t = tokensOf(palette());
    painter->save();
    painter->fillRect(rect, m_ground == Ground::Surface ? t.surface : t.bg);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    painter->setFont(strongFont(smallFont(font())));
    painter->setPen(sortIndicatorSection() == section ? t.text : t.muted);
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    QString text = model()->headerData(section, Qt::Horizontal).toString();
    if (sortIndicatorSection() == section) {
        text += sortIndicatorOrder() == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
    }
    painter->drawText(rect.adjusted(section == 0 ? m_first : m_inset, 0, -m_inset, -1),
                      static_cast<int>(alignment) | Qt::TextWordWrap, text);
    painter->restore();
}

} // namespace lightwell
