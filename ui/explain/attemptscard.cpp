// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/attemptscard.h"

#include "core/wording/explainwords.h"
#include "core/wording/wording.h"
#include "ui/explain/valuetext.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Happened
{
    QString title;
    QString story;
    QString when;
    Meaning meaning = Meaning::Ok;
    Icon icon = Icon::Ok;
    QString offer = {}; ///< the provider's own name of what it was asked for
    QString answer = {}; ///< of the provider, in its own terms
};

QString since(qint64 milliseconds)
{
    return u"+%1 s"_s.arg(static_cast<double>(milliseconds) / 1000, 0, 'f', 2);
}

Happened happened(const ExplainedAttempt &it, const Names &names)
{
    Happened row {wording::attemptTitle(it, names), wording::attemptStory(it, names), since(it.afterMs)};
    row.offer = it.attempt.providerModel;
    row.answer = it.attempt.error ? wording::vendorAnswer(*it.attempt.error) : QString();
    if (!it.tookMs) {
        row.meaning = Meaning::Info;
        row.icon = Icon::Clock;
    } else if (it.attempt.error) {
        const bool passes = it.billing == Billing::NotBilled
            && (it.attempt.error->kind == ErrorKind::RateLimit || it.attempt.error->kind == ErrorKind::Overloaded);
        row.meaning = passes || it.billing == Billing::MayBeBilled ? Meaning::Warning : Meaning::Bad;
        row.icon = passes ? Icon::Warning : Icon::Error;
    }
    return row;
}

QWidget *storyOf(const Happened &it)
{
    auto *story = new TextLabel(TextLabel::Voice::Small, it.story);
    story->setWordWrap(true);
    story->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return story;
}

QWidget *offerOf(const Happened &it, const QString &objectName)
{
    auto *offer = new TextLabel(TextLabel::Voice::Small, it.offer);
    offer->setObjectName(objectName + u".offer"_s);
    offer->setElided(true);
    offer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return offer;
}

/// A long one opens at a click.
QWidget *answerOf(const Happened &it, const QString &objectName)
{
    constexpr int shownLines = 3;
    auto *answer = new ValueText(objectName + u".answer"_s, AttemptsCard::tr("Answer, %1").arg(it.title), shownLines);
    answer->setValue(it.answer);
    return answer;
}

QWidget *rowOf(const Happened &it, const QString &objectName, bool isLast)
{
    auto *sign = new Sign(it.meaning);
    sign->setIcon(it.icon);
    auto *marks = new QVBoxLayout;
    marks->setSpacing(4);
    marks->addWidget(sign);
    if (isLast) {
        marks->addStretch(1);
    } else {
        auto *line = new Hairline(Qt::Vertical);
        marks->addWidget(line, 1, Qt::AlignHCenter);
    }
    auto *title = new TextLabel(TextLabel::Voice::Body, it.title);
    title->setElided(true);
    auto *when = new TextLabel(TextLabel::Voice::Small, it.when);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title, 1);
    head->addWidget(when);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addLayout(head);
    if (!it.offer.isEmpty()) {
        words->addWidget(offerOf(it, objectName));
    }
    if (!it.answer.isEmpty()) {
        words->addWidget(answerOf(it, objectName));
    }
    if (!it.story.isEmpty()) {
        words->addWidget(storyOf(it));
    }
    words->addSpacing(isLast ? 0 : 8);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(marks);
    layout->addLayout(words, 1);
    return row;
}

/// What was done last, by Lightwell itself; or why nobody was asked.
std::optional<Happened> end(const Explanation &it, const Names &names)
{
    const Generation &generation = it.generation;
    const qint64 took = generation.createdAt.msecsTo(generation.endedAt);
    const QString when = generation.endedAt.isValid() ? since(std::max<qint64>(0, took)) : QString();
    if (!generation.pictures.isEmpty()) {
        return Happened {AttemptsCard::tr("Lightwell: kept"), wording::keptStory(generation), when};
    }
    if (it.attempts.isEmpty() && generation.error) {
        return Happened {AttemptsCard::tr("Nobody was asked"), wording::sentenceAtWindow(*generation.error, names),
                         when, Meaning::Bad, Icon::Error};
    }
    return std::nullopt;
}

} // namespace

AttemptsCard::AttemptsCard(QWidget *parent)
    : ExplainCard(u"explain.attempts"_s, tr("What happened"), parent)
{
}

void AttemptsCard::show(const Explanation &explanation, const Names &names, const QString &step)
{
    QList<Happened> rows;
    for (const ExplainedAttempt &attempt : explanation.attempts) {
        rows.append(happened(attempt, names));
    }
    if (const std::optional<Happened> last = end(explanation, names)) {
        rows.append(*last);
    }
    if (rows.isEmpty()) {
        rows.append({tr("Waiting for its turn"), {}, {}, Meaning::Neutral, Icon::Clock});
    }
    QVBoxLayout *layout = renew();
    layout->setContentsMargins(16, 12, 16, 12);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        layout->addWidget(rowOf(rows.at(at), u"explain.attempt.%1"_s.arg(at + 1), at == rows.size() - 1));
    }
    if (!step.isEmpty()) {
        auto *button = named(new Button(Button::Kind::Normal, step), u"explain.step"_s, texts::withoutMnemonic(step));
        layout->addSpacing(10);
        layout->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, &AttemptsCard::stepWanted);
    }
}

} // namespace lightwell
