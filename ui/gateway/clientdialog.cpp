// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/clientdialog.h"

#include "core/wording/wording.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 520;

} // namespace

ClientDialog::ClientDialog(For what, const ClientFields &fields, QWidget *parent)
    : QDialog(parent)
    , m_for(what)
    , m_name(named(new QLineEdit, u"clientName"_s, tr("Name of the program")))
    , m_amount(named(new QLineEdit, u"clientAmount"_s, tr("Limit in dollars")))
    , m_period(named(new ChoiceBox, u"clientPeriod"_s, tr("Over what time")))
    , m_models(named(new QLineEdit, u"clientModels"_s, tr("Models it may use")))
    , m_rate(named(new QSpinBox, u"clientRate"_s, tr("Calls a minute")))
    , m_lastDay(named(new QLineEdit, u"clientLastDay"_s, tr("Last day of its key")))
    , m_replay(named(new ChoiceBox, u"clientReplay"_s, tr("What becomes of its calls")))
    , m_early(named(new Switch, u"clientEarly"_s, tr("Begin answers early")))
    , m_managesKeys(named(new QCheckBox(tr("Its &key manages the keys of programs, and is good for nothing else")),
                          u"clientManagesKeys"_s, tr("Its key manages the keys of programs")))
    , m_disabled(named(new QCheckBox(tr("Its &key is disabled: it does not work for now")), u"clientDisabled"_s,
                       tr("Its key is disabled")))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_save(named(new Button(Button::Kind::Primary, what == For::New ? tr("&Add client") : tr("&Save")),
                   u"clientSave"_s, what == For::New ? tr("Add client") : tr("Save")))
{
    named(static_cast<QWidget *>(this), u"clientDialog"_s,
          what == For::New ? tr("Add a client") : tr("Limits of %1").arg(fields.name));
    setWindowTitle(accessibleName());
    setMinimumWidth(dialogWidth);
    build();
    m_name->setText(fields.name);
    m_amount->setText(fields.amount);
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(fields.period)));
    m_models->setText(fields.models);
    m_rate->setValue(fields.perMinute);
    m_lastDay->setText(fields.lastDay);
    m_replay->setCurrentIndex(std::max(0, m_replay->findData(fields.replay)));
    m_early->setChecked(fields.beginsEarly);
    m_managesKeys->setChecked(fields.managesKeys);
    m_disabled->setChecked(fields.disabled);
    for (QCheckBox *box : {m_managesKeys, m_disabled}) {
        connect(box, &QCheckBox::toggled, this, &ClientDialog::updateState);
    }
    connect(m_managesKeys, &QCheckBox::toggled, this, &ClientDialog::updateFields);
    updateFields();
    for (QLineEdit *field : {m_name, m_amount, m_models, m_lastDay}) {
        connect(field, &QLineEdit::textChanged, this, &ClientDialog::updateState);
    }
    connect(m_rate, &QSpinBox::valueChanged, this, &ClientDialog::updateState);
    connect(m_replay, &QComboBox::currentIndexChanged, this, &ClientDialog::updateState);
    connect(m_early, &QAbstractButton::toggled, this, &ClientDialog::updateState);
    connect(m_save, &QAbstractButton::clicked, this, &ClientDialog::tell);
    keepHeightFitting(this);
    updateState();
    (what == For::New ? m_name : m_amount)->setFocus(Qt::OtherFocusReason);
}

void ClientDialog::build()
{
    m_name->setPlaceholderText(u"Open WebUI"_s);
    m_name->setMaxLength(200);
    m_models->setPlaceholderText(tr("all, or some: flux*, gpt-image-2"));
    m_lastDay->setPlaceholderText(tr("until it is revoked, or a day: 2027-01-31"));
    m_rate->setRange(0, ClientTerms::maxPerMinute);
    m_rate->setSpecialValueText(tr("as many as it likes"));
    m_problem->setObjectName(u"clientProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setColumnStretch(1, 1);
    if (m_for == For::New) {
        addRow(*form, tr("&Name"), m_name);
    } else {
        m_name->setParent(this);
        m_name->hide();
    }
    addRow(*form, tr("&Limit"), buildLimit());
    addRow(*form, tr("&Models"), m_models);
    addRow(*form, tr("Calls a m&inute"), m_rate);
    addRow(*form, tr("Last &day"), m_lastDay);
    addReplayModes();
    addRow(*form, tr("Its calls a&re"), m_replay);
    addRow(*form, tr("&Begin early"), buildEarly());
    QCheckBox *box = m_for == For::New ? m_managesKeys : m_disabled;
    QCheckBox *other = m_for == For::New ? m_disabled : m_managesKeys;
    form->addWidget(box, form->rowCount(), 0, 1, 2);
    other->setParent(this);
    other->hide();
    auto *note = new TextLabel(TextLabel::Voice::Muted,
                               m_for == For::New
                                   ? tr("The program gets a key of its own, which is shown once. What goes beyond its "
                                        "limits is refused before anything is paid for.")
                                   : tr("They hold from its next call on."));
    note->setWordWrap(true);
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"clientCancel"_s, tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *heading = new TextLabel(TextLabel::Voice::Heading, windowTitle());
    heading->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    m_save->setDefault(true);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
}

QWidget *ClientDialog::buildLimit()
{
    for (const auto &[period, name] : {std::pair {Period::Day, tr("each day")},
                                       {Period::Week, tr("each week")},
                                       {Period::Month, tr("each month")},
                                       {Period::Total, tr("in total")}}) {
        m_period->addItem(name, static_cast<int>(period));
    }
    m_amount->setPlaceholderText(tr("none, or an amount: $10.00"));
    auto *box = new QWidget;
    box->setFocusProxy(m_amount);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_amount, 1);
    row->addWidget(m_period);
    return box;
}

/// Of calls that do not say it themselves.
void ClientDialog::addReplayModes()
{
    m_replay->addItem(tr("as the gateway has it"), QString());
    for (const auto &[mode, words] :
         {std::pair {ReplayMode::Off, tr("paid for")},
          {ReplayMode::Record, tr("paid for and recorded")},
          {ReplayMode::ReplayOrMock, tr("answered from recordings, or by placeholders")},
          {ReplayMode::ReplayOrError, tr("answered from recordings alone")},
          {ReplayMode::ReplayOrLive, tr("answered from recordings, or paid for")},
          {ReplayMode::ReplayOrRecord, tr("answered from recordings, or paid for and recorded")},
          {ReplayMode::Mock, tr("answered by placeholders, which cost nothing")}}) {
        m_replay->addItem(words, replayModeName(mode));
    }
}

QWidget *ClientDialog::buildEarly()
{
    auto *why =
        new TextLabel(TextLabel::Voice::Small,
                      tr("White space while it waits, for programs that give up after a minute. Errors have the "
                         "status 200 then."));
    why->setWordWrap(true);
    auto *box = new QWidget;
    box->setFocusProxy(m_early);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_early, 0, Qt::AlignTop);
    row->addWidget(why, 1);
    return box;
}

void ClientDialog::addRow(QGridLayout &form, const QString &title, QWidget *field)
{
    auto *label = new TextLabel(TextLabel::Voice::Body, title);
    label->setBuddy(field);
    const int row = form.rowCount();
    form.addWidget(label, row, 0);
    form.addWidget(field, row, 1);
}

ClientFields ClientDialog::fields() const
{
    return {m_name->text(),
            m_amount->text(),
            static_cast<Period>(m_period->currentData().toInt()),
            m_models->text(),
            m_rate->value(),
            m_lastDay->text(),
            m_replay->currentData().toString(),
            m_early->isChecked(),
            m_managesKeys->isChecked(),
            m_disabled->isChecked()};
}

/// What pays for nothing has no limits, and no answers of its own.
void ClientDialog::updateFields()
{
    const bool mayPay = !m_managesKeys->isChecked();
    for (QWidget *field : std::initializer_list<QWidget *> {m_amount, m_period, m_models, m_rate, m_replay, m_early}) {
        field->setEnabled(mayPay);
    }
}

void ClientDialog::updateState()
{
    m_problem->hide();
    m_save->setEnabled(!m_name->text().trimmed().isEmpty());
}

void ClientDialog::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    m_save->setEnabled(true);
}

void ClientDialog::tell()
{
    const Result<ClientWish> wish = readWish(fields(), QDateTime::currentDateTimeUtc());
    if (!wish) {
        setProblem(wording::sentence(wish.error()));
        (wish.error().param == "amount"_L1 ? m_amount : m_lastDay)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_save->setEnabled(false); // once
    Q_EMIT wanted(*wish);
}

} // namespace lightwell
