// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/reportpopover.h"

#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ReportPopover::ReportPopover(const QString &title, const QStringList &lines, QWidget *parent)
    : Popover(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    named(static_cast<QWidget *>(this), u"reportPopover"_s, tr("What was changed on the way"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + 14, shadow + 12, shadow + 14, shadow + 12);
    layout->setSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Strong, title));
    for (const QString &line : lines) {
        auto *label = new TextLabel(TextLabel::Voice::Body, line);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
}

void ReportPopover::openBelow(QWidget *anchor)
{
    constexpr int width = 360;
    openAt(anchor, QSize(width, layout()->totalHeightForWidth(width + 2 * shadow) - 2 * shadow));
}

} // namespace lightwell
