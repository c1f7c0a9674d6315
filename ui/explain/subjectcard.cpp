// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/subjectcard.h"

#include "ui/compare/pictureview.h"
#include "ui/texts.h"
#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize thumbnail(132, 88);

QString stateText(GenerationStatus status)
{
    switch (status) {
    case GenerationStatus::Running:
        return SubjectCard::tr("running");
    case GenerationStatus::Failed:
        return SubjectCard::tr("failed");
    case GenerationStatus::Cancelled:
        return SubjectCard::tr("cancelled");
    case GenerationStatus::Unknown:
        return SubjectCard::tr("outcome not known");
    case GenerationStatus::Completed:
        break;
    }
    return {};
}

} // namespace

SubjectCard::SubjectCard(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_picture(named(new PictureView, u"explain.picture"_s, tr("Picture")))
    , m_model(new TextLabel(TextLabel::Voice::Strong))
    , m_prompt(new ClampedLabel(TextLabel::Voice::Muted, 2))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_cost(new TextLabel(TextLabel::Voice::Strong))
{
    setObjectName(u"explain.subject"_s);
    m_model->setObjectName(u"explain.model"_s);
    m_prompt->setObjectName(u"explain.prompt"_s);
    m_facts->setObjectName(u"explain.facts"_s);
    m_cost->setObjectName(u"explain.cost"_s);
    m_picture->setFixedSize(thumbnail);
    m_picture->setFocusPolicy(Qt::NoFocus);
    m_model->setElided(true);
    m_facts->setElided(true);
    m_prompt->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *last = new QHBoxLayout;
    last->setSpacing(8);
    last->addWidget(m_facts, 1);
    last->addWidget(m_cost);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addStretch(1);
    words->addWidget(m_model);
    words->addWidget(m_prompt);
    words->addLayout(last);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 14, 8);
    layout->setSpacing(12);
    layout->addWidget(m_picture);
    layout->addLayout(words, 1);
}

void SubjectCard::show(const Explanation &explanation, const Names &names)
{
    const Generation &generation = explanation.generation;
    const QString id = generation.plan ? generation.plan->offer.model : generation.request.model;
    const Picture *picture = generation.pictures.isEmpty() ? nullptr : &generation.pictures.constFirst();
    m_picture->setVisible(picture);
    layout()->setContentsMargins(picture ? 8 : 16, 8, 16, 8);
    if (picture) {
        m_picture->setPicture(*picture);
    } else {
        m_picture->clear();
    }
    m_model->setText(names.model ? names.model(id) : id);
    m_prompt->setText(generation.request.prompt);
    m_prompt->setVisible(!generation.request.prompt.isEmpty());
    setTip(m_prompt, m_prompt->isCut() ? generation.request.prompt : QString());
    QStringList facts {stateText(generation.status)};
    if (picture && picture->size.isValid()) {
        facts.append(texts::size(picture->size));
    }
    if (generation.endedAt.isValid()) {
        facts.append(texts::duration(std::max<qint64>(0, generation.createdAt.msecsTo(generation.endedAt))));
    }
    facts.removeAll(QString());
    setTip(m_facts, {});
    m_facts->setText(facts.join(u" · "_s));
    const bool isNotBilled = explanation.price.outcome == ExplainedPrice::Outcome::NotBilled;
    m_cost->setText(explanation.isRunning() ? texts::sum({explanation.price.estimate.total})
                        : isNotBilled       ? tr("not billed")
                                            : texts::spent(generation.cost));
}

} // namespace lightwell
