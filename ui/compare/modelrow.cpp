// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelchip.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ModelChip::ModelChip(const QString &model, const QString &name, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_model(model)
    , m_name(new TextLabel(TextLabel::Voice::Body, name))
    , m_price(new TextLabel(TextLabel::Voice::Muted))
    , m_sign(new Sign(Meaning::Warning))
    , m_remove(new Button(Button::Kind::Quiet))
{
    setObjectName(u"modelChip."_s + model);
    m_price->setObjectName(u"modelPrice."_s + model);
    setRadius(-1);
    m_name->setElided(true);
    m_remove->setIcon(themedIcon(Icon::Close, QPalette::PlaceholderText));
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setFixedSize(20, 20);
    named(m_remove, u"removeModel."_s + model, tr("Remove %1").arg(name));
    setTip(m_remove, tr("Remove %1").arg(name));
    m_sign->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(11, 3, 4, 3);
    layout->setSpacing(6);
    layout->addWidget(m_sign);
    layout->addWidget(m_name);
    layout->addWidget(m_price);
    layout->addWidget(m_remove);
    m_remove->installEventFilter(this);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_model); });
}

/// The next chip comes under the pointer: the second press of a double-click was not meant for it.
bool ModelChip::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::MouseButtonDblClick || Card::eventFilter(watched, event);
}

void ModelChip::setPrice(const QString &price, const QString &why)
{
    m_price->setText(price);
    m_price->setAccessibleDescription(why);
    setTip(m_price, why);
}

void ModelChip::setProblem(const QString &problem)
{
    tell(Meaning::Warning, problem);
}

void ModelChip::setLeftOut(const QString &leftOut)
{
    tell(Meaning::Info, leftOut);
}

void ModelChip::tell(Meaning meaning, const QString &text)
{
    m_sign->setMeaning(meaning);
    m_sign->setVisible(!text.isEmpty());
    setTip(this, text);
    setAccessibleDescription(text);
}

} // namespace lightwell
