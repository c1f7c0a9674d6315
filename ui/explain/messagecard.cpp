// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/messagecard.h"

#include "core/model/displaytext.h"
#include "ui/explain/valuetext.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int lettersShown = 14; ///< of the choice; the list shows all

QString noteOf(const SentMessage &sent, bool wasSent)
{
    if (!wasSent) {
        return MessageCard::tr("it did not leave this computer");
    }
    if (sent.isPreparation) {
        return MessageCard::tr("the first of several; your key is not shown");
    }
    return sent.calls > 1 ? MessageCard::tr("the first of %1 calls; your key is not shown").arg(sent.calls)
                          : MessageCard::tr("your key is not shown");
}

QString textOf(const SentMessage &sent)
{
    const QString head = (QStringList {sent.method + u' ' + sent.address} + sent.headers).join(u'\n');
    return sent.body.isEmpty() ? head : head + u"\n\n"_s + sent.body;
}

} // namespace

MessageCard::MessageCard(QWidget *parent)
    : ExplainCard(u"explain.message"_s, tr("As it was sent"), parent)
    , m_choice(named(new ChoiceBox, u"explain.message.attempt"_s, tr("Which attempt")))
    , m_text(new ValueText(u"explain.message.text"_s, tr("Message"), 0))
{
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(lettersShown);
    addBesideTitle(m_choice);
    addCopy(tr("Copy the message"));
    QVBoxLayout *layout = renew();
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_text);
    connect(this, &ExplainCard::copyWanted, this, [this] { QGuiApplication::clipboard()->setText(m_text->value()); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &MessageCard::showOne);
    connect(m_choice, &QComboBox::activated, this, [this] { m_isChosen = true; });
}

void MessageCard::show(const Explanation &explanation, const Names &names)
{
    if (explanation.generation.id != m_id) {
        m_id = explanation.generation.id;
        m_isChosen = false;
    }
    const auto nameOf = [&names](const QString &id) { return names.provider ? names.provider(id) : id; };
    const int before = m_choice->currentIndex();
    {
        const QSignalBlocker silent(m_choice);
        m_messages.clear();
        m_choice->clear();
        for (qsizetype at = 0; at < explanation.attempts.size(); ++at) {
            const ExplainedAttempt &it = explanation.attempts.at(at);
            if (it.sent) {
                const QString provider = nameOf(it.attempt.provider);
                m_messages.append({provider, *it.sent, it.wasSent});
                m_choice->addItem(displayText(tr("%1: %2").arg(at + 1).arg(provider)));
            }
        }
        if (m_messages.isEmpty() && explanation.sent) {
            m_messages.append({nameOf(explanation.generation.plan->offer.provider), *explanation.sent, false});
            m_choice->addItem(displayText(m_messages.constFirst().provider));
        }
        const int last = int(m_messages.size()) - 1;
        m_choice->setCurrentIndex(m_isChosen && before >= 0 && before <= last ? before : last);
    }
    m_choice->setVisible(m_messages.size() > 1);
    setVisible(!m_messages.isEmpty());
    showOne();
}

void MessageCard::showOne()
{
    const qsizetype at = m_choice->currentIndex();
    if (at < 0 || at >= m_messages.size()) {
        m_text->setValue({});
        return;
    }
    const Shown &it = m_messages.at(at);
    setTitle(it.wasSent ? tr("As it was sent to %1").arg(it.provider) : tr("As %1 would have got it").arg(it.provider));
    setNote(noteOf(it.message, it.wasSent));
    m_text->setAccessibleName(displayText(tr("Message to %1").arg(it.provider)));
    m_text->setValue(textOf(it.message));
}

} // namespace lightwell
