// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pricepanel.h"

#include "ui/compare/noterow.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize toBudgets(18, 18); ///< as high as the line it ends

} // namespace

PricePanel::PricePanel(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_needKey(new NoteRow(u"needKey"_s, tr("Add &key…")))
    , m_tooLong(new NoteRow(u"promptTooLong"_s, tr("S&horten")))
    , m_others(new NoteRow(u"notLikeThis"_s, {}))
    , m_leftOut(new NoteRow(u"leftOut"_s, {}, Meaning::Info))
    , m_question(new TextLabel(TextLabel::Voice::Strong))
    , m_yes(new Button(Button::Kind::Normal))
    , m_pictures(new TextLabel(TextLabel::Voice::Strong))
    , m_price(new TextLabel(TextLabel::Voice::Strong))
    , m_parts(new TextLabel(TextLabel::Voice::Small))
    , m_budgetLabel(new TextLabel(TextLabel::Voice::Small))
    , m_budget(new TextLabel(TextLabel::Voice::Small))
    , m_toBudgets(named(new Button(Button::Kind::Quiet), u"toBudgets"_s, tr("Show the budgets")))
    , m_sign(new Sign(Meaning::Warning))
    , m_warning(new TextLabel(TextLabel::Voice::Small))
    , m_generate(new Button(Button::Kind::Primary, tr("&Generate")))
{
    auto *card = new Card;
    card->setRadius(10);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(12, 9, 12, 9);
    grid->setVerticalSpacing(3);
    // The price wraps rather than being cut.
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_pictures, 0, Qt::AlignTop);
    top->addWidget(m_price, 1);
    m_price->setWordWrap(true);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignTop);
    grid->addLayout(top, 0, 0, 1, 2);
    m_parts->setObjectName(u"priceParts"_s);
    m_parts->setWordWrap(true);
    grid->addWidget(m_parts, 1, 0, 1, 2);
    grid->addWidget(m_budgetLabel, 2, 0);
    auto *budget = new QHBoxLayout;
    budget->setSpacing(2);
    budget->addStretch();
    budget->addWidget(m_budget);
    budget->addWidget(m_toBudgets);
    grid->addLayout(budget, 2, 1);
    m_toBudgets->setIcon(themedIcon(Icon::ChevronRight, QPalette::PlaceholderText));
    m_toBudgets->setFixedSize(toBudgets);
    setTip(m_toBudgets, tr("Show the budgets"));
    connect(m_toBudgets, &QPushButton::clicked, this, &PricePanel::budgetWanted);
    auto *warning = new QHBoxLayout;
    warning->setSpacing(6);
    warning->addWidget(m_sign, 0, Qt::AlignTop);
    warning->addWidget(m_warning, 1);
    int row = 3;
    for (NoteRow *note : {m_needKey, m_tooLong, m_others, m_leftOut}) {
        grid->addWidget(note, row++, 0, 1, 2);
    }
    grid->addLayout(warning, row++, 0, 1, 2);
    grid->addWidget(buildQuestion(), row, 0, 1, 2);
    connect(m_needKey, &NoteRow::acted, this, &PricePanel::keyWanted);
    connect(m_tooLong, &NoteRow::acted, this, &PricePanel::promptWanted);
    m_warning->setWordWrap(true);
    m_warning->setObjectName(u"budgetWarning"_s);
    setWarning({});
    m_pictures->setObjectName(u"pictureCount"_s);
    m_price->setObjectName(u"priceTotal"_s);
    m_budgetLabel->setObjectName(u"budgetLabel"_s);
    m_budget->setObjectName(u"budgetLeft"_s);

    QFont bold = m_generate->font();
    bold.setWeight(QFont::DemiBold);
    m_generate->setFont(bold);
    followKeys(m_generate, keymap, [this, &keymap] { m_generate->setHint(keymap.text(KeyAction::Generate)); });
    named(m_generate, u"generateButton"_s, tr("Generate"));
    m_generate->setMinimumHeight(m_generate->sizeHint().height() + 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(card);
    layout->addWidget(m_generate);
}

QWidget *PricePanel::buildQuestion()
{
    m_questionBox = new QWidget;
    m_question->setObjectName(u"startQuestion"_s);
    m_question->setWordWrap(true);
    named(m_yes, u"startYes"_s, tr("Start"));
    auto *no = named(new Button(Button::Kind::Link, tr("&Not now")), u"startNo"_s, tr("Not now"));
    auto *answers = new QHBoxLayout;
    answers->setSpacing(8);
    answers->addWidget(m_yes);
    answers->addWidget(no);
    answers->addStretch();
    auto *layout = new QVBoxLayout(m_questionBox);
    layout->setContentsMargins(0, 6, 0, 2);
    layout->setSpacing(8);
    layout->addWidget(m_question);
    layout->addLayout(answers);
    connect(m_yes, &QPushButton::clicked, this, &PricePanel::confirmed);
    connect(no, &QPushButton::clicked, this, &PricePanel::declined);
    m_questionBox->hide();
    return m_questionBox;
}

void PricePanel::showQuestion(const QString &question, const QString &yes)
{
    m_question->setText(question);
    m_yes->setText(yes);
    m_yes->setAccessibleName(texts::withoutMnemonic(yes));
    m_yes->setAccessibleDescription(question);
    if (m_questionBox->isHidden()) {
        m_focusBefore = window()->focusWidget();
    }
    m_questionBox->show();
    m_yes->setFocus(Qt::TabFocusReason); // with its ring: Space is the answer
    updateButton();
}

void PricePanel::hideQuestion()
{
    const bool hadFocus = m_questionBox->isAncestorOf(window()->focusWidget());
    m_questionBox->hide();
    updateButton();
    if (hadFocus && m_focusBefore) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
}

void PricePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_questionBox->isHidden()) {
        Q_EMIT declined();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PricePanel::setPrice(const QString &pictures, const QString &price, const QString &parts,
                          const QString &explanation)
{
    m_pictures->setText(pictures);
    m_parts->setText(parts);
    m_parts->setVisible(!parts.isEmpty());
    m_price->setText(price);
    setTip(m_price, explanation);
    m_generate->setAccessibleDescription(tr("%1, %2").arg(pictures, price));
}

void PricePanel::setBudget(const QString &label, const QString &left)
{
    m_budgetLabel->setText(label);
    m_budget->setText(left);
    m_budgetLabel->setVisible(!label.isEmpty());
    m_budget->setVisible(!label.isEmpty());
    m_toBudgets->setVisible(!label.isEmpty());
}

void PricePanel::setHeldBack(const HeldBack &heldBack)
{
    m_needKey->say(heldBack.needKey);
    m_tooLong->say(heldBack.tooLong);
    m_others->say(heldBack.others, heldBack.otherReasons);
    m_leftOut->say(heldBack.leftOut, heldBack.leftOutReasons);
    m_generate->setText(heldBack.generate);
    m_generate->setAccessibleName(texts::withoutMnemonic(heldBack.generate));
}

void PricePanel::setWarning(const QString &text)
{
    m_warning->setText(text);
    m_warning->setVisible(!text.isEmpty());
    m_sign->setVisible(!text.isEmpty());
}

void PricePanel::setBlocked(const QString &reason)
{
    m_blocked = reason;
    updateButton();
}

void PricePanel::updateButton()
{
    const bool asking = !m_questionBox->isHidden();
    m_generate->setEnabled(m_blocked.isEmpty() && !asking);
    setTip(m_generate, asking ? tr("Answer the question above first.") : m_blocked);
}

} // namespace lightwell
