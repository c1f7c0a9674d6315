// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/tuningcontrols.h"

#include "core/model/requestlimits.h"
#include "ui/compare/loratext.h"
#include "ui/compare/tuningoptions.h"
#include "ui/texts.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double guidanceStep = 0.5;
constexpr double strengthStep = 0.05;

/// The usual choice is one step below the least that counts. What is set stays, also where no chosen model takes it any
/// more: it is refused with a reason, never changed in silence.
template<typename Box, typename Number>
void setRange(Box *box, const NumberRange &range, Number step)
{
    const QSignalBlocker quiet(box);
    const bool isUsual = box->value() == box->minimum();
    const auto least = static_cast<Number>(range.least);
    const auto most = static_cast<Number>(range.most);
    const Number kept = box->value();
    box->setRange(isUsual ? least - step : std::min(least, kept) - step, isUsual ? most : std::max(most, kept));
    box->setValue(isUsual ? box->minimum() : kept);
    setTip(box, TuningControls::tr("From %1 to %2.").arg(QString::number(range.least), QString::number(range.most)));
}

template<typename Box, typename Number>
void setValue(Box *box, const std::optional<Number> &value, Number step)
{
    const QSignalBlocker quiet(box);
    if (value && *value <= box->minimum()) {
        box->setMinimum(*value - step);
    }
    if (value && *value > box->maximum()) {
        box->setMaximum(*value);
    }
    box->setValue(value.value_or(box->minimum()));
}

/// Anew, with the same choice.
void fill(ChoiceBox *box, const QList<QPair<QString, QString>> &words, const QString &chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(TuningControls::tr("As usual"), QString());
    for (const auto &[word, text] : words) {
        box->addItem(text, word);
    }
    if (box->findData(chosen) < 0) {
        box->addItem(chosen, chosen);
    }
    box->setCurrentIndex(box->findData(chosen));
}

QList<QPair<QString, QString>> strengthsOfFilter(const TuningOption &option)
{
    QList<QPair<QString, QString>> words {{u"auto"_s, TuningControls::tr("Standard")},
                                          {u"low"_s, TuningControls::tr("Relaxed")}};
    words.removeIf([&option](const auto &word) {
        return !option.words.isEmpty() && !option.words.contains(word.first, Qt::CaseInsensitive);
    });
    const NumberRange scale = option.range.value_or(NumberRange {0, -1});
    for (int number = static_cast<int>(scale.least); number <= static_cast<int>(scale.most); ++number) {
        const QString digits = QString::number(number);
        words.append({digits,
                      number == 0                             ? TuningControls::tr("%1 (strictest)").arg(digits)
                          : number == tuninglimits::tolerance ? TuningControls::tr("%1 (loosest)").arg(digits)
                                                              : digits});
    }
    return words;
}

} // namespace

TuningControls::TuningControls(QGridLayout *grid, QObject *parent)
    : QObject(parent)
    , m_steps(named(new QSpinBox, u"steps"_s, tr("Steps")))
    , m_guidance(named(new QDoubleSpinBox, u"guidance"_s, tr("Guidance")))
    , m_moderation(named(new ChoiceBox, u"moderation"_s, tr("Content filter")))
    , m_enhancement(named(new ChoiceBox, u"promptEnhancement"_s, tr("Prompt rewriting")))
    , m_strength(named(new QDoubleSpinBox, u"strength"_s, tr("Strength")))
    , m_fidelity(named(new ChoiceBox, u"inputFidelity"_s, tr("Likeness")))
    , m_scheduler(named(new QLineEdit, u"scheduler"_s, tr("Scheduler")))
    , m_loras(named(new QLineEdit, u"loras"_s, tr("LoRAs")))
{
    m_guidance->setDecimals(1);
    m_guidance->setSingleStep(guidanceStep);
    m_strength->setDecimals(2);
    m_strength->setSingleStep(strengthStep);
    for (QDoubleSpinBox *box : {m_guidance, m_strength}) {
        box->setLocale(QLocale::c()); // as prices and prompts are written
    }
    for (QAbstractSpinBox *box : std::initializer_list<QAbstractSpinBox *> {m_steps, m_guidance, m_strength}) {
        box->setSpecialValueText(tr("As usual"));
    }
    m_scheduler->setPlaceholderText(tr("As usual"));
    m_scheduler->setMaxLength(requestlimits::word);
    m_loras->setPlaceholderText(tr("None"));
    addRow(grid, u"strength"_s, tr("Stren&gth"), m_strength, {});
    addRow(grid, u"input_fidelity"_s, tr("Likeness"), m_fidelity, tr("How closely the reference pictures are kept."));
    addRow(grid, u"steps"_s, tr("S&teps"), m_steps, {});
    addRow(grid, u"guidance"_s, tr("Gui&dance"), m_guidance, {});
    addRow(grid, u"moderation"_s, tr("Content f&ilter"), m_moderation, tr("How strictly the provider filters."));
    addRow(grid, u"prompt_enhancement"_s, tr("Prompt re&writing"), m_enhancement,
           tr("Whether the provider may write the prompt anew."));
    addRow(grid, u"scheduler"_s, tr("Sc&heduler"), m_scheduler, tr("The provider’s own name of a sampler."));
    addRow(grid, u"loras"_s, tr("L&oRAs"), m_loras,
           tr("Names or paths with a weight each, as in “owner/style:0.8, other”."));
    connect(m_steps, &QSpinBox::valueChanged, this, &TuningControls::edited);
    connect(m_guidance, &QDoubleSpinBox::valueChanged, this, &TuningControls::edited);
    connect(m_strength, &QDoubleSpinBox::valueChanged, this, &TuningControls::edited);
    connect(m_fidelity, &QComboBox::currentIndexChanged, this, &TuningControls::edited);
    connect(m_moderation, &QComboBox::currentIndexChanged, this, &TuningControls::edited);
    connect(m_enhancement, &QComboBox::currentIndexChanged, this, &TuningControls::edited);
    connect(m_scheduler, &QLineEdit::textChanged, this, &TuningControls::edited);
    connect(m_loras, &QLineEdit::textChanged, this, &TuningControls::edited);
    setOffers({}, false);
}

void TuningControls::addRow(QGridLayout *grid, const QString &name, const QString &title, QWidget *control,
                            const QString &tip)
{
    auto *label = new TextLabel(TextLabel::Voice::Section, title);
    label->setBuddy(control);
    setTip(control, tip);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(control, row, 1);
    m_rows.append({name, label, control});
}

void TuningControls::setOffers(const QList<Offer> &offers, bool withPictures)
{
    m_withPictures = withPictures;
    m_offers = offers;
    offerRanges();
    offerWords();
    showRows();
}

void TuningControls::offerRanges()
{
    if (const auto range = tuningOption(m_offers, u"steps"_s).range) {
        setRange(m_steps, *range, 1);
    }
    if (const auto range = tuningOption(m_offers, u"guidance"_s).range) {
        setRange(m_guidance, *range, guidanceStep);
    }
    if (const auto range = tuningOption(m_offers, u"strength"_s).range) {
        setRange(m_strength, *range, strengthStep);
        setTip(m_strength,
               tr("How much of the picture is painted anew: %1 nearly nothing, %2 all.")
                   .arg(QString::number(range->least), QString::number(range->most)));
    }
}

void TuningControls::offerWords()
{
    fill(m_fidelity, {{u"low"_s, tr("Free")}, {u"high"_s, tr("Close")}}, m_fidelity->currentData().toString());
    fill(m_moderation, strengthsOfFilter(tuningOption(m_offers, u"moderation"_s)),
         m_moderation->currentData().toString());
    fill(m_enhancement, {{u"true"_s, tr("On")}, {u"false"_s, tr("Off")}}, m_enhancement->currentData().toString());
}

void TuningControls::showRows()
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool isAboutPictures = row.control == m_strength || row.control == m_fidelity;
        const bool isOffered = tuningOption(m_offers, row.name).isOffered && (m_withPictures || !isAboutPictures);
        const bool isShown = isOffered || isSet(row.name);
        row.label->setVisible(isShown);
        row.control->setVisible(isShown);
    }
}

QJsonValue TuningControls::value(const QString &name) const
{
    const auto unless = [](bool isUsual, const QJsonValue &value) {
        return isUsual ? QJsonValue(QJsonValue::Undefined) : value;
    };
    if (name == "steps"_L1) {
        return unless(m_steps->value() == m_steps->minimum(), m_steps->value());
    }
    if (name == "guidance"_L1) {
        return unless(m_guidance->value() == m_guidance->minimum(), m_guidance->value());
    }
    if (name == "strength"_L1) {
        return unless(m_strength->value() == m_strength->minimum(), m_strength->value());
    }
    if (name == "loras"_L1) {
        const QJsonArray loras = lorasFromText(m_loras->text());
        return unless(loras.isEmpty(), loras);
    }
    const QString word = name == "scheduler"_L1 ? m_scheduler->text().trimmed()
        : name == "moderation"_L1               ? m_moderation->currentData().toString()
        : name == "input_fidelity"_L1           ? m_fidelity->currentData().toString()
                                                : m_enhancement->currentData().toString();
    return unless(word.isEmpty(), word);
}

bool TuningControls::isSet(const QString &name) const
{
    return !value(name).isUndefined();
}

Tuning TuningControls::tuning() const
{
    Tuning tuning;
    for (const Row &row : m_rows) {
        static_cast<void>(tuning.read(row.name, value(row.name)));
    }
    return tuning;
}

QString TuningControls::problem() const
{
    Tuning read;
    if (isSet(u"loras"_s) && !read.read(u"loras"_s, value(u"loras"_s))) {
        return tr("At most %1 LoRAs, each a name with a weight from −%2 to %2.")
            .arg(tuninglimits::loras)
            .arg(tuninglimits::loraWeight);
    }
    return isSet(u"scheduler"_s) && !read.read(u"scheduler"_s, value(u"scheduler"_s))
        ? tr("The scheduler’s name has characters that cannot be sent.")
        : QString();
}

int TuningControls::countSet() const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [this](const Row &row) { return isSet(row.name); }));
}

void TuningControls::set(const Tuning &tuning)
{
    setValue(m_steps, tuning.steps, 1);
    setValue(m_guidance, tuning.guidance, guidanceStep);
    setValue(m_strength, tuning.strength, strengthStep);
    const auto choose = [](ChoiceBox *box, const QString &word) {
        const QSignalBlocker quiet(box);
        if (box->findData(word) < 0) {
            box->addItem(word, word);
        }
        box->setCurrentIndex(box->findData(word));
    };
    choose(m_moderation, tuning.moderation);
    choose(m_fidelity, tuning.inputFidelity);
    choose(m_enhancement, !tuning.promptEnhancement ? QString() : *tuning.promptEnhancement ? u"true"_s : u"false"_s);
    const QSignalBlocker quietScheduler(m_scheduler);
    const QSignalBlocker quietLoras(m_loras);
    m_scheduler->setText(tuning.scheduler);
    m_loras->setText(lorasToText(tuning.loras));
    showRows();
}

} // namespace lightwell
