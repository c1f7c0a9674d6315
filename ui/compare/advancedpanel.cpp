// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/advancedpanel.h"

#include "ui/compare/tuningcontrols.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

AdvancedPanel::AdvancedPanel(QWidget *parent)
    : QWidget(parent)
    , m_toggle(named(new Button(Button::Kind::Pill, tr("Ad&vanced")), u"advancedToggle"_s, tr("Advanced")))
    , m_box(new QWidget)
    , m_rows(new QGridLayout(m_box))
{
    m_toggle->setCheckable(true);
    setTip(m_toggle, tr("What only some models take. The report under each picture says what became of it."));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(10);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);
    m_quality = addChoice(u"quality"_s, tr("Picture q&uality"),
                          {{u"low"_s, tr("Low")}, {u"medium"_s, tr("Medium")}, {u"high"_s, tr("High")}});
    m_background = addChoice(u"background"_s, tr("&Background"),
                             {{u"opaque"_s, tr("Opaque")}, {u"transparent"_s, tr("Transparent")}});
    m_tuning = new TuningControls(m_rows, this);
    m_box->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_box);
    connect(m_tuning, &TuningControls::edited, this, [this] {
        countSet();
        Q_EMIT edited();
    });
    connect(m_toggle, &QPushButton::toggled, m_box, &QWidget::setVisible);
}

ChoiceBox *AdvancedPanel::addChoice(const QString &objectName, const QString &title,
                                    const QList<QPair<QString, QString>> &words)
{
    auto *choice = named(new ChoiceBox, objectName, texts::withoutMnemonic(title));
    choice->addItem(tr("As usual"), QString());
    for (const auto &[word, text] : words) {
        choice->addItem(text, word);
    }
    auto *label = new TextLabel(TextLabel::Voice::Section, title);
    label->setBuddy(choice);
    const auto row = static_cast<int>(m_choices.size());
    m_rows->addWidget(label, row, 0);
    m_rows->addWidget(choice, row, 1);
    m_choices.append(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        countSet();
        Q_EMIT edited();
    });
    return choice;
}

void AdvancedPanel::countSet()
{
    const auto count = std::count_if(m_choices.cbegin(), m_choices.cend(),
                                     [](const ChoiceBox *choice) { return choice->currentIndex() > 0; })
        + m_tuning->countSet();
    m_toggle->setText(count == 0 ? tr("Ad&vanced") : tr("Ad&vanced · %1 set").arg(count));
    m_toggle->setAccessibleName(texts::withoutMnemonic(m_toggle->text()));
}

void AdvancedPanel::read(CompareForm &form) const
{
    form.quality = m_quality->currentData().toString();
    form.background = m_background->currentData().toString();
    form.tuning = m_tuning->tuning();
}

void AdvancedPanel::setOffers(const QList<Offer> &offers, bool withPictures)
{
    m_tuning->setOffers(offers, withPictures);
}

QString AdvancedPanel::problem() const
{
    return m_tuning->problem();
}

void AdvancedPanel::set(const CompareForm &form)
{
    m_quality->setCurrentIndex(std::max(0, m_quality->findData(form.quality)));
    m_background->setCurrentIndex(std::max(0, m_background->findData(form.background)));
    m_tuning->set(form.tuning);
    countSet();
}

} // namespace lightwell
