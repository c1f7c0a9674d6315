// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/reportpopover.h"

#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QScreen>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ReportPopover::ReportPopover(const QString &title, const QStringList &lines, QWidget *parent)
    : Card(Ground::Surface, parent)
{
    setWindowFlags(Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    setAttribute(Qt::WA_TranslucentBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    named(static_cast<QWidget *>(this), u"reportPopover"_s, tr("What was changed on the way"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Strong, title));
    for (const QString &line : lines) {
        auto *label = new TextLabel(TextLabel::Voice::Body, line);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    setFixedWidth(360);
}

void ReportPopover::openBelow(QWidget *anchor)
{
    adjustSize();
    const QSize size(width(), layout()->totalHeightForWidth(width()));
    const QRect room = anchor->screen()->availableGeometry();
    QPoint position = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    position.setX(std::clamp(position.x(), room.left() + 8, room.right() - size.width() - 8));
    if (position.y() + size.height() > room.bottom() - 8) {
        position.setY(anchor->mapToGlobal(QPoint(0, 0)).y() - size.height() - 4);
    }
    setGeometry(QRect(position, size));
    show();
    setFocus(Qt::PopupFocusReason);
}

} // namespace lightwell
