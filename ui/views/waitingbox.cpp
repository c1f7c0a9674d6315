// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/waitingbox.h"

#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QStyle>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 236;
constexpr int inset = 10;

} // namespace

WaitingBox::WaitingBox(const QString &objectName, QWidget *parent)
    : Card(Ground::Field, parent)
    , m_time(new TextLabel(TextLabel::Voice::Body))
    , m_stage(new TextLabel(TextLabel::Voice::Small))
    , m_progress(new ProgressLine)
{
    setObjectName(objectName);
    m_time->setObjectName(objectName + u".time"_s);
    m_stage->setObjectName(objectName + u".stage"_s);
    m_stage->setElided(true);
    m_stage->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress->setObjectName(objectName + u".progress"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_time);
    line->addWidget(m_stage, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 9);
    layout->setSpacing(7);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    hide();
}

void WaitingBox::show(const ViewedPicture::UnderWay &underWay)
{
    m_time->setText(underWay.time);
    m_stage->setText(underWay.stage);
    m_progress->setFraction(underWay.fraction);
    setVisible(true);
}

void WaitingBox::place(const QRect &room)
{
    const QSize size(std::min(usualWidth, room.width() - 2 * inset), sizeHint().height());
    const QRect box(QPoint(room.left() + inset, room.bottom() + 1 - inset - size.height()), size);
    setGeometry(QStyle::visualRect(layoutDirection(), room, box));
}

} // namespace lightwell
