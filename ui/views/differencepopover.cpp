// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/differencepopover.h"

#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 420;
constexpr int sides = 14;

TextLabel *value(TextLabel::Voice voice, const QString &text)
{
    auto *label = new TextLabel(voice, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

} // namespace

DifferencePopover::DifferencePopover(const QList<SettingDifference> &differences, QWidget *parent)
    : Popover(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    named(static_cast<QWidget *>(this), u"differencePopover"_s, tr("What differs"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(shadow + sides, shadow + 12, shadow + sides, shadow + 12);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("A")), 0, 1);
    grid->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("B")), 0, 2);
    int row = 1;
    for (const SettingDifference &difference : differences) {
        grid->addWidget(value(TextLabel::Voice::Muted, difference.setting), row, 0);
        grid->addWidget(value(TextLabel::Voice::Body, difference.a), row, 1);
        grid->addWidget(value(TextLabel::Voice::Body, difference.b), row, 2);
        ++row;
    }
}

void DifferencePopover::openBeside(QWidget *anchor)
{
    openAt(anchor, QSize(cardWidth, layout()->totalHeightForWidth(cardWidth + 2 * shadow) - 2 * shadow));
}

} // namespace lightwell
