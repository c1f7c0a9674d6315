// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/failuretext.h"

#include "core/model/reasonsearch.h"
#include "core/storage/storagereasons.h"
#include "core/wording/wording.h"
#include "ui/compare/failuresteps.h"
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

FailureText failureText(const CompareCell &cell, const QString &provider, const Names &names, KeysNow keys,
                        const WaysOut &ways)
{
    FailureText text;
    if (cell.isLost) {
        text.title = Text::tr("Its record cannot be read");
        text.what =
            Text::tr("What was asked and what came of it is known no more. If there is a picture, it lies in the "
                     "folder of the pictures.");
        return text;
    }
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
    if (const QString detail = wording::detailBeside(error); !detail.isEmpty()) {
        text.detail = Text::tr("In the words of %1: %2").arg(name, detail);
    }
    text.first = firstStep(cell, provider, name, keys);
    if (text.first.step == FailureText::Step::AskAgain) {
        text.billing = joined(text.billing, Text::tr("%1 still has the job: asking for it costs nothing.").arg(name));
    } else if (text.first.step == FailureText::Step::RetryMayBillTwice) {
        text.billing = joined(text.billing, Text::tr("A retry may be billed again."));
    }
    addSecondStep(text, cell, provider, names, ways);
    return text;
}

} // namespace lightwell
