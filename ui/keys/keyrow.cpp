// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keyrow.h"

#include "ui/keys/keytexts.h"
#include "ui/steadyclock.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int forgottenAfter = 5000; ///< milliseconds in which a second click removes

} // namespace

KeyRow::KeyRow(const ProviderInfo &provider, const QString &further, QWidget *parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_isFurther(!further.isEmpty())
    , m_id(provider.id, further)
    , m_title(new TextLabel(m_isFurther ? TextLabel::Voice::Body : TextLabel::Voice::Strong))
    , m_sign(new Sign(Meaning::Neutral, Sign::Shape::Dot))
    , m_state(new TextLabel(TextLabel::Voice::Muted))
    , m_result(new TextLabel(TextLabel::Voice::Small))
    , m_add(new Button(Button::Kind::Normal))
    , m_another(new Button(Button::Kind::Normal, tr("Another…")))
    , m_test(new Button(Button::Kind::Normal, tr("Test")))
    , m_remove(new Button(Button::Kind::Normal, tr("Remove")))
{
    const QString name = u"keyRow."_s + provider.id + (m_isFurther ? QString(u'.' + further) : QString());
    setObjectName(name);
    named(m_add, name + u".add"_s, tr("Add a key for %1").arg(provider.name));
    named(m_another, name + u".another"_s, tr("Add another key for %1").arg(provider.name));
    named(m_test, name + u".test"_s, tr("Test the key for %1").arg(provider.name));
    named(m_remove, name + u".remove"_s, tr("Remove the key for %1").arg(provider.name));
    setTip(m_another, tr("It is used where the first is refused or out of funds."));
    setTip(m_test, tr("Asks the provider whether the key works. Costs nothing."));
    m_sign->setObjectName(name + u".dot"_s);
    m_state->setObjectName(name + u".state"_s);
    m_state->setElided(true);
    m_result->setObjectName(name + u".result"_s);
    m_result->setWordWrap(true);
    m_result->hide();
    m_title->setMinimumWidth(190);
    m_title->setIndent(m_isFurther ? 16 : 0);
    setTip(m_title, m_isFurther ? QString() : provider.note);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_title);
    line->addWidget(m_sign);
    line->addWidget(m_state, 1);
    line->addWidget(m_test);
    line->addWidget(m_remove);
    line->addWidget(m_add);
    line->addWidget(m_another);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_result);
    connect(m_add, &QPushButton::clicked, this,
            [this] { m_addressMissing ? Q_EMIT addressWanted(m_provider.id) : Q_EMIT addWanted(m_id); });
    connect(m_another, &QPushButton::clicked, this, [this] { Q_EMIT anotherWanted(m_provider.id); });
    connect(m_test, &QPushButton::clicked, this, [this] { Q_EMIT testWanted(m_id); });
    connect(m_remove, &QPushButton::clicked, this, &KeyRow::confirmRemoval);
    connect(m_remove, &Button::held, this, [this] {
        if (m_removal == Removal::Asked) {
            m_arming.start(slipMilliseconds);
        }
    });
    for (QTimer *timer : {&m_arming, &m_forgetting}) {
        timer->setSingleShot(true);
    }
    connect(&m_arming, &QTimer::timeout, this, [this] { setRemoval(Removal::Armed); });
    connect(&m_forgetting, &QTimer::timeout, this, [this] { setRemoval(Removal::Idle); });
    KeyState none;
    none.provider = provider.id;
    none.name = further;
    setState(none, KeyTrial::Untested);
}

QString KeyRow::shownName() const
{
    return m_id.name.isEmpty() ? m_provider.name : tr("%1 (%2)", "provider, key").arg(m_provider.name, m_id.name);
}

void KeyRow::setState(const KeyState &state, KeyTrial trial)
{
    m_id = state.key();
    m_title->setText(m_isFurther ? m_id.name : shownName());
    const keytexts::StateText text = keytexts::state(state, m_provider, trial);
    m_sign->setMeaning(text.meaning);
    m_state->setText(text.text);
    setTip(m_state, {});
    const bool has = state.keyIn != KeySource::None && state.keyIn != KeySource::NotNeeded;
    const bool ours = has && state.keyIn != KeySource::Environment;
    m_add->setText(has ? tr("Replace…") : tr("Add…"));
    m_add->setAccessibleName(has ? tr("Replace the key for %1").arg(shownName())
                                 : tr("Add a key for %1").arg(shownName()));
    m_test->setAccessibleName(tr("Test the key for %1").arg(shownName()));
    m_remove->setAccessibleName(tr("Remove the key for %1").arg(shownName()));
    m_another->setVisible(has && !m_isFurther);
    m_add->setVisible(m_provider.takesKey() || m_provider.needsBaseUrl);
    m_test->setVisible(has && state.source != KeySource::None);
    m_remove->setVisible(ours || m_isFurther); // also a name whose key went elsewhere
    if (!has) {
        m_result->hide();
    }
}

void KeyRow::setAddressMissing(bool missing)
{
    m_addressMissing = missing;
    if (missing) {
        m_sign->setMeaning(Meaning::Neutral);
        m_state->setText(tr("no address yet"));
        m_add->setText(tr("Set address…"));
        m_add->setAccessibleName(tr("Set the address of %1").arg(m_provider.name));
    }
}

void KeyRow::setResult(Meaning meaning, const QString &text)
{
    m_result->setVoice(meaning == Meaning::Bad ? TextLabel::Voice::Bad : TextLabel::Voice::Small);
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    setTesting(false);
}

void KeyRow::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
    m_test->setText(testing ? tr("Testing…") : tr("Test"));
}

void KeyRow::confirmRemoval()
{
    if (m_removal == Removal::Armed) {
        setRemoval(Removal::Idle);
        Q_EMIT removeWanted(m_id);
        return;
    }
    if (m_removal == Removal::Idle) {
        setRemoval(Removal::Asked);
        m_forgetting.start(forgottenAfter);
    }
    m_arming.start(slipMilliseconds); // anew with each press of a key that is held
}

void KeyRow::setRemoval(Removal removal)
{
    m_removal = removal;
    if (removal == Removal::Idle) {
        m_arming.stop();
        m_forgetting.stop();
    }
    m_remove->setText(removal == Removal::Idle ? tr("Remove") : tr("Really remove?"));
    m_remove->setDanger(removal == Removal::Armed);
    m_remove->setAccessibleName(removal == Removal::Idle ? tr("Remove the key for %1").arg(shownName())
                                                         : tr("Really remove the key for %1?").arg(shownName()));
}

} // namespace lightwell
