// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runhead.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyle>

namespace lightwell {

namespace {

constexpr int betweenWords = 8;

} // namespace

RunHead::RunHead(const QList<CompareColumn> &columns, QWidget *parent)
    : QWidget(parent)
{
    for (const CompareColumn &column : columns) {
        auto *name = new TextLabel(TextLabel::Voice::Strong, column.name, this);
        auto *maker = new TextLabel(TextLabel::Voice::Small, column.maker, this);
        name->setElided(true);
        maker->setElided(true);
        setTip(name, column.note);
        setTip(maker, column.note);
        m_columns.append(Column {name, maker});
    }
    setFixedHeight(std::max(lowest, fontMetrics().height() + 22));
}

/// The maker takes what the name leaves.
void RunHead::arrange(const CellGrid &grid, int left)
{
    const auto place = [this](QWidget *label, int x, int width) {
        label->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, std::max(0, width), height() - 1)));
    };
    for (int index = 0; index < m_columns.size(); ++index) {
        const Column &column = m_columns.at(index);
        const int start = left + grid.left(index);
        const int name = std::min(column.name->sizeHint().width(), grid.cell.width());
        place(column.name, start, name);
        place(column.maker, start + name + betweenWords, grid.cell.width() - name - betweenWords);
    }
}

void RunHead::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.bg);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace lightwell
