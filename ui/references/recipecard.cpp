// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/recipecard.h"

#include "ui/references/referencetexts.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int promptLines = 3;

} // namespace

RecipeCard::RecipeCard(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_prompt(new ClampedLabel(TextLabel::Voice::Body, promptLines))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_labels(new TextLabel(TextLabel::Voice::Small))
    , m_recall(named(new Button(Button::Kind::Normal, tr("Recall recipe")), u"recallRecipe"_s, tr("Recall recipe")))
    , m_use(
          named(new Button(Button::Kind::Normal, tr("Use as reference")), u"useAsReference"_s, tr("Use as reference")))
    , m_close(named(new Button(Button::Kind::Quiet), u"closeRecipe"_s, tr("Never mind")))
{
    named(this, u"recipeCard"_s, tr("The picture’s recipe"));
    m_title->setWordWrap(true);
    m_prompt->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setObjectName(u"recipeFacts"_s);
    m_labels->setObjectName(u"recipeLabels"_s);
    m_facts->setWordWrap(true);
    m_labels->setWordWrap(true);
    m_close->setIcon(themedIcon(Icon::Close));
    setTip(m_close, tr("Never mind (Escape)"));
    setTip(m_recall, tr("Fill the form with what the file tells. What it does not tell is left empty."));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *buttons = new FlowLayout(nullptr, 8);
    buttons->addWidget(m_recall);
    buttons->addWidget(m_use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_prompt);
    layout->addWidget(m_facts);
    layout->addWidget(m_labels);
    layout->addLayout(buttons);
    connect(m_recall, &QPushButton::clicked, this, [this] {
        Q_EMIT recallWanted(m_claims);
        end();
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT referenceWanted(m_reference);
        end();
    });
    connect(m_close, &QPushButton::clicked, this, &RecipeCard::end);
}

QString RecipeCard::facts() const
{
    const ClaimedRecipe recipe = m_claims.recipe.value_or(ClaimedRecipe());
    QStringList said;
    said.append(recipe.model);
    said.append(recipe.size.isEmpty() ? QString() : texts::size(recipe.size));
    said.append(recipe.seed.isEmpty() ? QString() : tr("seed %1").arg(recipe.seed));
    said.append(recipe.tuning.steps ? tr("%1 steps").arg(*recipe.tuning.steps) : QString());
    said.removeAll(QString());
    return said.join(u" · "_s);
}

QString RecipeCard::labels() const
{
    const QString said = referencetexts::labels(m_claims);
    const QString unchecked = tr("as the file claims, unchecked");
    if (said.isEmpty()) {
        return m_claims.isInBooks ? QString() : unchecked;
    }
    return said + u" · "_s + unchecked;
}

void RecipeCard::open(const Reference &reference, const PictureClaims &claims)
{
    m_reference = reference;
    m_claims = claims;
    const QString program = claims.recipe ? claims.recipe->program : QString();
    m_title->setText(claims.isInBooks        ? tr("%1 was made here").arg(reference.name)
                         : program.isEmpty() ? tr("%1 tells how it was made").arg(reference.name)
                                             : tr("%1 tells how %2 made it").arg(reference.name, program));
    const QString prompt = claims.recipe ? claims.recipe->prompt : QString();
    m_prompt->setText(prompt);
    m_prompt->setVisible(!prompt.isEmpty());
    m_facts->setText(facts());
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_labels->setText(labels());
    m_labels->setVisible(!m_labels->text().isEmpty());
    show();
    m_recall->setFocus(Qt::OtherFocusReason);
}

void RecipeCard::end()
{
    hide();
    m_reference = {};
    m_claims = {};
    Q_EMIT closed();
}

void RecipeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
    } else {
        Card::keyPressEvent(event);
    }
}

} // namespace lightwell
