// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/dropstrip.h"

#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

DropStrip::DropStrip(QWidget *parent)
    : Card(Ground::Surface, parent)
{
    named(static_cast<QWidget *>(this), u"welcome.drop"_s, tr("Have a picture already?"));
    auto *sign = new Sign(Meaning::Neutral);
    sign->setIcon(Icon::Picture);
    auto *text = new TextLabel(TextLabel::Voice::Muted,
                               tr("Drop it here to edit it. One made by Lightwell brings its recipe back."));
    text->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *title = new TextLabel(TextLabel::Voice::Body, accessibleName());
    title->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(text);
    const QString does = tr("&Open…");
    auto *open = named(new Button(Button::Kind::Normal, does), u"welcome.open"_s, texts::withoutMnemonic(does));
    open->setIcon(themedIcon(Icon::Folder));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 9, 16, 9);
    line->setSpacing(12);
    line->addWidget(sign);
    line->addLayout(words, 1);
    line->addWidget(open);
    connect(open, &QPushButton::clicked, this, &DropStrip::openWanted);
}

void DropStrip::setLit(bool lit)
{
    m_lit = lit;
    setFocusBorder(lit);
}

} // namespace lightwell
