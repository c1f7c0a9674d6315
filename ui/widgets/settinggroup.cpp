// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settinggroup.h"

#include "ui/widgets/hairline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

SettingGroup::SettingGroup(const QString &title, const QString &text, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(1, 12, 1, 4);
    m_rows->setSpacing(0);
    auto *label = new TextLabel(TextLabel::Voice::Section, title);
    label->setContentsMargins(15, 0, 15, 4);
    m_rows->addWidget(label);
    if (!text.isEmpty()) {
        auto *note = new TextLabel(TextLabel::Voice::Small, text);
        note->setWordWrap(true);
        note->setContentsMargins(15, 0, 15, 4);
        m_rows->addWidget(note);
    }
}

void SettingGroup::addRow(const QString &title, const QString &text, QWidget *control)
{
    if (m_count++ > 0) {
        m_rows->addWidget(new Hairline(Qt::Horizontal));
    }
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(15, 10, 15, 10);
    layout->setSpacing(16);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *name = new TextLabel(TextLabel::Voice::Body, title);
    name->setBuddy(control);
    auto *detail = new TextLabel(TextLabel::Voice::Small, text);
    detail->setWordWrap(true);
    texts->addWidget(name);
    texts->addWidget(detail);
    detail->setVisible(!text.isEmpty());
    layout->addLayout(texts, 1);
    layout->addWidget(control, 0, Qt::AlignVCenter);
    m_rows->addWidget(row);
}

void SettingGroup::addWide(QWidget *widget)
{
    m_rows->addWidget(widget);
}

} // namespace lightwell
