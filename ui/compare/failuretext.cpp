// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/failuretext.h"

#include "core/model/reasonsearch.h"
#include "core/storage/storagereasons.h"
#include "core/wording/wording.h"
#include "ui/texts.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

QString titleFor(ErrorKind kind, const QString &provider)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return Text::tr("The request was refused");
    case ErrorKind::Unsupported:
        return Text::tr("This model cannot do that");
    case ErrorKind::NotFound:
        return Text::tr("Not found");
    case ErrorKind::NoKey:
        return Text::tr("%1 needs a key").arg(provider);
    case ErrorKind::Auth:
        return Text::tr("%1 refused the key").arg(provider);
    case ErrorKind::Funds:
        return Text::tr("The account at %1 is empty").arg(provider);
    case ErrorKind::RateLimit:
        return Text::tr("Too many calls for %1").arg(provider);
    case ErrorKind::ContentPolicy:
        return Text::tr("Refused by content rules");
    case ErrorKind::Overloaded:
        return Text::tr("%1 is busy").arg(provider);
    case ErrorKind::Timeout:
        return Text::tr("No answer in time");
    case ErrorKind::Network:
        return Text::tr("No connection to %1").arg(provider);
    case ErrorKind::Upstream:
        return Text::tr("%1 could not do it").arg(provider);
    case ErrorKind::Budget:
        return Text::tr("Stopped by your budget");
    case ErrorKind::Secrets:
        return Text::tr("The key could not be read");
    case ErrorKind::Storage:
        return Text::tr("Could not be stored");
    case ErrorKind::Cancelled:
        return Text::tr("Cancelled");
    case ErrorKind::Internal:
    case ErrorKind::Unknown:
        break;
    }
    return Text::tr("Something went wrong");
}

bool isMissingOrBadKey(ErrorKind kind)
{
    return kind == ErrorKind::NoKey || kind == ErrorKind::Auth;
}

/// Sentences of the engine often end with what is known about money: once is enough.
QString billingNotice(const Error &error, Money cost)
{
    const bool sumIsNews = error.billing == Billing::Billed && cost.isKnown() && cost != Money::zero();
    return wording::saysBilling(error) && !sumIsNews ? QString() : billingText(error.billing, cost);
}

QString joined(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : QString(one + u' ' + other);
}

} // namespace

QString billingText(Billing billing, Money cost)
{
    switch (billing) {
    case Billing::NotBilled:
        return Text::tr("Nothing was billed.");
    case Billing::Billed:
        return cost.isKnown() && cost != Money::zero() ? Text::tr("It was billed: %1.").arg(texts::one(cost))
                                                       : Text::tr("It was billed.");
    case Billing::MayBeBilled:
        break;
    }
    return Text::tr("It may have been billed.");
}

FailureText failureText(const CompareCell &cell, const QString &provider, const Names &names, KeysNow keys)
{
    FailureText text;
    text.provider = provider;
    const QString asked = names.provider && !provider.isEmpty() ? names.provider(provider) : QString();
    const QString name = asked.isEmpty() ? Text::tr("The provider") : asked;
    const Error error = cell.outcome && cell.outcome->error ? *cell.outcome->error : Error();
    const QString sentence = wording::sentenceAtWindow(error, names);
    const Money cost = cell.outcome ? cell.outcome->cost : Money();
    const bool cancelled =
        cell.state == CompareCell::State::Cancelled || (cell.state == CompareCell::State::Unknown && cell.cancelWished);
    if (cancelled && error.billing == Billing::MayBeBilled) {
        text.meaning = Meaning::Warning;
        text.title = Text::tr("Cancelled, may be billed");
        text.what = sentence;
    } else if (cancelled) {
        text.meaning = Meaning::Neutral;
        text.title = Text::tr("Cancelled");
        text.what = error.billing == Billing::NotBilled ? QString() : sentence;
        text.billing = text.what.isEmpty() ? billingText(error.billing, cost) : billingNotice(error, cost);
    } else {
        const bool unknown = cell.state == CompareCell::State::Unknown;
        text.title = unknown                                            ? Text::tr("Outcome unknown")
            : holdsReason(error.why(), reasons::settingsKeptAside.code) ? Text::tr("Your settings were damaged")
                                                                        : titleFor(error.kind, name);
        text.isBusy = !unknown && (error.kind == ErrorKind::RateLimit || error.kind == ErrorKind::Overloaded);
        text.what = sentence.isEmpty() ? Text::tr("%1 gave no reason.").arg(name) : sentence;
        text.billing = billingNotice(error, cost);
    }
    if (error.retryAfter && error.retryAfter->count() > 0) {
        text.what +=
            u' ' + Text::tr("The next try is welcome in %1.").arg(texts::duration(error.retryAfter->count(), 0));
    }
    if (const QString detail = wording::detailBeside(error); !detail.isEmpty()) {
        text.detail = Text::tr("In the words of %1: %2").arg(name, detail);
    }
    const bool priceUnknown = cell.outcome && cell.outcome->plan && !cell.outcome->plan->estimate.total.isKnown();
    if (error.kind == ErrorKind::Budget && priceUnknown) {
        text.step = FailureText::Step::OpenSettings;
        text.stepText = Text::tr("Open settings…");
    } else if (isMissingOrBadKey(error.kind) && !provider.isEmpty() && !keys.hasNewKey) {
        text.step = error.kind == ErrorKind::NoKey ? FailureText::Step::AddKey : FailureText::Step::ReplaceKey;
        text.stepText = error.kind == ErrorKind::NoKey ? Text::tr("Add key…") : Text::tr("Replace key…");
    } else if (error.kind == ErrorKind::Funds && error.billing == Billing::NotBilled && !provider.isEmpty()
               && !keys.hasNewKey) {
        text.step = FailureText::Step::OpenAccount; // nothing else helps; then the menu tries again
        text.stepText = Text::tr("Open %1's page").arg(name);
    } else if (cell.hasJob()) {
        text.step = FailureText::Step::AskAgain;
        text.billing = joined(text.billing, Text::tr("%1 still has the job: asking for it costs nothing.").arg(name));
        text.stepText = Text::tr("Ask for it again");
    } else if (error.kind == ErrorKind::ContentPolicy || error.kind == ErrorKind::Invalid
               || error.kind == ErrorKind::Unsupported) {
        // The same again would be refused again.
        text.step = FailureText::Step::EditPrompt;
        text.stepText = error.kind == ErrorKind::ContentPolicy || error.param == u"prompt"_s ? Text::tr("Edit prompt")
                                                                                             : Text::tr("Edit…");
    } else if (error.kind == ErrorKind::Secrets && keys.isAnyLocked) {
        text.step = FailureText::Step::Unlock;
        text.stepText = Text::tr("Unlock keys…");
    } else if (error.kind == ErrorKind::NotFound && error.billing == Billing::NotBilled) {
        text.step = FailureText::Step::None; // what is not there will not be there in a moment
    } else if (error.billing == Billing::NotBilled) {
        text.step = FailureText::Step::Retry;
        text.stepText = cancelled ? Text::tr("Run again") : Text::tr("Retry");
    } else {
        text.step = FailureText::Step::RetryMayBillTwice;
        text.billing = joined(text.billing, Text::tr("A retry may be billed again."));
        text.stepText = Text::tr("Retry anyway");
    }
    return text;
}

} // namespace lightwell
