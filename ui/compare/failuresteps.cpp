// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/failuresteps.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using Step = FailureAction::Step;
using Action = FailureAction;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

const Error &errorOf(const CompareCell &cell)
{
    static const Error unknown;
    return cell.outcome && cell.outcome->error ? *cell.outcome->error : unknown;
}

bool isStopped(const CompareCell &cell)
{
    return cell.state == CompareCell::State::Cancelled
        || (cell.state == CompareCell::State::Unknown && cell.cancelWished);
}

/// The same again would be refused again.
bool isRefusal(ErrorKind kind)
{
    return kind == ErrorKind::ContentPolicy || kind == ErrorKind::Invalid || kind == ErrorKind::Unsupported;
}

Action againOf(const CompareCell &cell)
{
    const bool isFree = errorOf(cell).billing == Billing::NotBilled;
    const QString text = isStopped(cell) ? Text::tr("Run again")
        : isFree                         ? Text::tr("Retry")
                                         : Text::tr("Retry anyway");
    return {isFree ? Step::Retry : Step::RetryMayBillTwice, text, {}, {}, cell.expected.price};
}

Action edit(const Error &error)
{
    const bool isPrompt = error.kind == ErrorKind::ContentPolicy || error.param == "prompt"_L1;
    return {Step::EditPrompt, isPrompt ? Text::tr("Edit prompt") : Text::tr("Edit…"), {}, {}, {}};
}

/// Another provider can help: what is the matter is with this one, or it may have no such rules.
bool helpsElsewhere(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Budget:
    case ErrorKind::Secrets:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return false;
    case ErrorKind::Invalid:
        return error.param != "prompt"_L1;
    default:
        return true;
    }
}

/// Nothing will change by waiting.
bool lasts(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Unsupported || kind == ErrorKind::NoKey
        || kind == ErrorKind::Auth || kind == ErrorKind::Funds;
}

Action elsewhere(const Error &error, const Names &names, const WaysOut &ways)
{
    const auto name = [&names](const QString &id) { return names.provider ? names.provider(id) : id; };
    if (ways.other) {
        const CompareExpectation &expected = ways.other->expected;
        return {Step::UseOther, Text::tr("Use %1").arg(name(expected.provider)), expected.provider, ways.other,
                expected.price};
    }
    const bool isAskedFirst = error.kind == ErrorKind::NoKey || error.kind == ErrorKind::Auth;
    if (!ways.keyless.isEmpty() && !isAskedFirst) {
        return {Step::AddKey, Text::tr("Add key…"), ways.keyless, {}, {}};
    }
    return lasts(error.kind) ? Action {Step::RemoveModel, Text::tr("Remove model"), {}, {}, {}} : Action();
}

} // namespace

Action firstStep(const CompareCell &cell, const QString &provider, const QString &name, KeysNow keys)
{
    const Error &error = errorOf(cell);
    const bool isFree = error.billing == Billing::NotBilled;
    const bool isPriceUnknown = cell.outcome && cell.outcome->plan && !cell.outcome->plan->estimate.total.isKnown();
    const bool canHaveKey = !provider.isEmpty() && !keys.hasNewKey;
    if (error.kind == ErrorKind::Budget && isPriceUnknown) {
        return {Step::OpenSettings, Text::tr("Open settings…"), {}, {}, {}};
    }
    if (error.kind == ErrorKind::NoKey && canHaveKey) {
        return {Step::AddKey, Text::tr("Add key…"), provider, {}, {}};
    }
    if (error.kind == ErrorKind::Auth && canHaveKey) {
        return {Step::ReplaceKey, Text::tr("Change key…"), provider, {}, {}};
    }
    if (error.kind == ErrorKind::Funds && isFree && canHaveKey) {
        // Nothing else helps; then the menu tries again.
        return {Step::OpenAccount, Text::tr("Open the billing page"), provider, {}, {}};
    }
    if (cell.hasJob()) {
        return {
            Step::AskAgain, isStopped(cell) ? Text::tr("Ask %1").arg(name) : Text::tr("Ask for it again"), {}, {}, {}};
    }
    if (isRefusal(error.kind)) {
        return edit(error);
    }
    if (error.kind == ErrorKind::Secrets && keys.isAnyLocked) {
        return {Step::Unlock, Text::tr("Unlock keys…"), {}, {}, {}};
    }
    if (error.kind == ErrorKind::NotFound && isFree) {
        return {}; // what is not there will not be there in a moment
    }
    return againOf(cell);
}

void addSecondStep(FailureText &text, const CompareCell &cell, const QString &provider, const Names &names,
                   const WaysOut &ways)
{
    const Error &error = errorOf(cell);
    if (text.first.step == Step::AskAgain) {
        if (isStopped(cell)) {
            text.second = againOf(cell);
        }
        return; // whoever waits for that job does not want to pay another one
    }
    if (isStopped(cell)) {
        return;
    }
    if (ways.nearest) {
        const bool isSize = ways.nearest->request.size != cell.request.size;
        text.second = text.first;
        text.first = {Step::UseNearest,
                      isSize ? Text::tr("Use the nearest") : Text::tr("Leave it out"),
                      {},
                      ways.nearest,
                      ways.nearest->expected.price};
        return;
    }
    if (error.kind == ErrorKind::Network && error.billing == Billing::NotBilled) {
        if (ways.areSeveralCutOff) {
            text.first = {Step::RetryAll, Text::tr("Retry all"), {}, {}, {}};
        }
        text.second = {Step::OpenSettings, Text::tr("Settings…"), provider, {}, {}};
        return;
    }
    if (!helpsElsewhere(error)) {
        return;
    }
    text.second = elsewhere(error, names, ways);
    if (!text.first) {
        text.first = std::exchange(text.second, {});
    }
}

} // namespace lightwell
