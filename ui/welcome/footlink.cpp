// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/footlink.h"

#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

FootLink::FootLink(const QString &objectName, Icon icon, const QString &text, QWidget *parent)
    : PressRow(objectName, text, parent)
{
    auto *sign = new Sign(Meaning::Neutral);
    sign->setIcon(icon);
    sign->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *words = new TextLabel(TextLabel::Voice::Small, text);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    words->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(15, 8, 15, 8);
    line->setSpacing(8);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(words, 1);
}

} // namespace lightwell
