// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/messagecard.h"

#include "ui/explain/valuetext.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString noteOf(const Explanation &explanation)
{
    const SentMessage &sent = *explanation.sent;
    if (!explanation.wasSent) {
        return MessageCard::tr("it did not leave this computer");
    }
    if (sent.isPreparation) {
        return MessageCard::tr("the first of several; your key is not shown");
    }
    return sent.calls > 1 ? MessageCard::tr("the first of %1 calls; your key is not shown").arg(sent.calls)
                          : MessageCard::tr("your key is not shown");
}

} // namespace

MessageCard::MessageCard(QWidget *parent)
    : ExplainCard(u"explain.message"_s, tr("As it was sent"), parent)
{
    addCopy(tr("Copy the message"));
    connect(this, &ExplainCard::copyWanted, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void MessageCard::show(const Explanation &explanation, const Names &names)
{
    setVisible(explanation.sent.has_value());
    if (!explanation.sent) {
        m_text.clear();
        return;
    }
    const SentMessage &sent = *explanation.sent;
    const QString id = explanation.generation.plan->offer.provider;
    const QString provider = names.provider ? names.provider(id) : id;
    setTitle(explanation.wasSent ? tr("As it was sent to %1").arg(provider)
                                 : tr("As %1 would have got it").arg(provider));
    setNote(noteOf(explanation));
    const QString head = (QStringList {sent.method + u' ' + sent.address} + sent.headers).join(u'\n');
    m_text = sent.body.isEmpty() ? head : head + u"\n\n"_s + sent.body;
    auto *text = new ValueText(u"explain.message.text"_s, tr("Message to %1").arg(provider), 0);
    QVBoxLayout *layout = renew();
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(text);
    text->setValue(m_text);
}

} // namespace lightwell
