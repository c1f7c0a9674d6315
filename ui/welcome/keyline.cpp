// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/keyline.h"

#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

KeyLine::KeyLine(const ProviderInfo &provider, QWidget *parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_sign(new Sign(Meaning::Neutral))
    , m_state(new TextLabel(TextLabel::Voice::Small))
    , m_act(new Button(Button::Kind::Link))
    , m_keep(new Button(Button::Kind::Link, tr("Keep")))
{
    const QString name = u"welcome.key."_s + provider.id;
    setObjectName(name);
    m_state->setObjectName(name + u".state"_s);
    m_state->setWordWrap(true);
    named(m_act, name + u".act"_s, tr("Add a key for %1").arg(provider.name));
    named(m_keep, name + u".keep"_s, tr("Keep the key for %1").arg(provider.name));
    setTip(m_keep, tr("Keep it here as well, so that it works without the environment. It is not shown."));
    auto *title = new TextLabel(TextLabel::Voice::Body, provider.name);
    title->setElided(true);
    auto *state = new QHBoxLayout;
    state->setSpacing(4);
    state->addWidget(m_sign, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addLayout(state);
    auto *steps = new QVBoxLayout;
    steps->setSpacing(2);
    steps->addStretch();
    steps->addWidget(m_act, 0, Qt::AlignRight);
    steps->addWidget(m_keep, 0, Qt::AlignRight);
    steps->addStretch();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(15, 8, 11, 8);
    line->setSpacing(6);
    line->addLayout(words, 1);
    line->addLayout(steps);
    connect(m_act, &QPushButton::clicked, this, [this] {
        switch (m_look.does) {
        case Does::Add:
            Q_EMIT addWanted();
            break;
        case Does::Use:
            Q_EMIT useWanted();
            break;
        case Does::Unlock:
            Q_EMIT unlockWanted();
            break;
        }
    });
    connect(m_keep, &QPushButton::clicked, this, &KeyLine::keepWanted);
    show(Look());
}

void KeyLine::show(const Look &look)
{
    m_look = look;
    m_sign->setMeaning(look.meaning);
    m_sign->setVisible(look.meaning != Meaning::Neutral);
    m_state->setText(look.state);
    const bool hadKeyboard = m_keep->hasFocus();
    m_keep->setVisible(look.canKeep);
    if (hadKeyboard && !look.canKeep) {
        m_act->setFocus(Qt::OtherFocusReason);
    }
    const QString &name = m_provider.name;
    switch (look.does) {
    case Does::Add:
        m_act->setText(tr("Add key…"));
        m_act->setAccessibleName(tr("Add a key for %1").arg(name));
        setTip(m_act, {});
        break;
    case Does::Use:
        m_act->setText(tr("Use it"));
        m_act->setAccessibleName(tr("Choose a model of %1").arg(name));
        setTip(m_act, tr("Choose a model of %1. Nothing is made before you press Generate.").arg(name));
        break;
    case Does::Unlock:
        m_act->setText(tr("Unlock…"));
        m_act->setAccessibleName(tr("Unlock the key for %1").arg(name));
        setTip(m_act, {});
        break;
    }
}

} // namespace lightwell
