// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abcaption.h"

#include "ui/views/abside.h"
#include "ui/views/differencepopover.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxTold = 2; ///< more are in the list

} // namespace

AbCaption::AbCaption(CellMarks &marks, QWidget *parent)
    : QWidget(parent)
    , m_a(new AbSide(tr("A"), u"ab.a"_s, false, marks))
    , m_b(new AbSide(tr("B"), u"ab.b"_s, true, marks))
    , m_title(new TextLabel(TextLabel::Voice::Small))
    , m_list(named(new Button(Button::Kind::Link), u"ab.differences"_s, tr("What differs")))
    , m_detail(new TextLabel(TextLabel::Voice::Strong))
{
    m_title->setObjectName(u"ab.differs"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setElided(true);
    m_detail->setObjectName(u"ab.detail"_s);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setElided(true);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(2);
    middle->addStretch();
    middle->addWidget(m_title);
    middle->addWidget(m_list, 0, Qt::AlignHCenter);
    middle->addWidget(m_detail);
    middle->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(16);
    row->addWidget(m_a);
    row->addLayout(middle, 1);
    row->addWidget(m_b);
    connectSide(m_a, Side::A);
    connectSide(m_b, Side::B);
    connect(m_list, &QPushButton::clicked, this, &AbCaption::openList);
}

void AbCaption::connectSide(AbSide *it, Side side)
{
    connect(it, &AbSide::chooseWanted, this, [this, side](QWidget *anchor) { Q_EMIT chooseWanted(side, anchor); });
    connect(it, &AbSide::saveWanted, this, [this, side] { Q_EMIT saveWanted(side); });
    connect(it, &AbSide::menuWanted, this, [this, side](const QPoint &at) { Q_EMIT menuWanted(side, at); });
    connect(it, &AbSide::hovered, this, [this, side](bool inside) { Q_EMIT hovered(side, inside); });
}

void AbCaption::show(const ViewedPicture &a, const ViewedPicture &b, bool canChoose)
{
    m_a->show(a, canChoose);
    m_b->show(b, canChoose);
    m_differences = recipeDifferences(a, b);
    const QString title = differenceTitle(m_differences, a, b);
    const bool many = m_differences.size() > maxTold;
    m_title->setText(title);
    m_title->setVisible(!many);
    m_list->setText(title);
    m_list->setAccessibleName(title);
    m_list->setVisible(many);
    QStringList details;
    for (const SettingDifference &difference : std::as_const(m_differences)) {
        details.append(tr("%1 → %2").arg(difference.a, difference.b));
    }
    m_detail->setText(many ? QString() : details.join(u" · "_s));
    m_detail->setVisible(!m_detail->text().isEmpty());
}

void AbCaption::openList()
{
    auto *popover = new DifferencePopover(m_differences, this);
    popover->openBeside(m_list);
}

} // namespace lightwell
