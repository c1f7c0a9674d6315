// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keydialog.h"

#include "core/secrets/keyring.h"
#include "core/secrets/keyvalue.h"
#include "core/wording/wording.h"
#include "ui/dialogs.h"
#include "ui/keys/fieldsform.h"
#include "ui/keys/keytexts.h"
#include "ui/keys/secretfield.h"
#include "ui/texts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestPassphrase = 8; ///< characters, of a new one

constexpr KeySource places[] = {KeySource::Keychain, KeySource::EncryptedFile, KeySource::Session};

} // namespace

KeyDialog::KeyDialog(const ProviderInfo &provider, const KeyState &state, Keyring &keyring, Dialogs &dialogs,
                     const std::optional<QStringList> &taken, QWidget *parent, QByteArray given)
    : QDialog(parent)
    , m_provider(provider)
    , m_name(state.name)
    , m_taken(taken)
    , m_given(std::move(given))
    , m_replaces(m_given.isEmpty() && state.keyIn != KeySource::None && state.keyIn != KeySource::NotNeeded)
    , m_keyring(keyring)
    , m_dialogs(dialogs)
    , m_keychain(new Banner(Meaning::Info, u"keychainState"_s))
    , m_group(new QButtonGroup(this))
    , m_passphrase(secretField(u"passphraseField"_s, tr("Passphrase of the encrypted file")))
    , m_again(secretField(u"passphraseAgain"_s, tr("The same passphrase once more")))
    , m_mismatch(new TextLabel(TextLabel::Voice::Warning))
    , m_newName(named(new QLineEdit, u"keyName"_s, tr("Name of the key")))
    , m_key(secretField(u"keyField"_s, tr("Key for %1").arg(provider.name)))
    , m_fields(new FieldsForm(provider, state, dialogs))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_save(new Button(Button::Kind::Primary, saveText()))
{
    named(static_cast<QWidget *>(this), u"keyDialog"_s, title());
    setWindowTitle(accessibleName());
    build();
    keepHeightFitting(this);
    askPlace();
}

QString KeyDialog::title() const
{
    const QString text = !m_given.isEmpty() ? tr("Keep the key for %1")
        : m_replaces                        ? tr("Replace the key for %1")
                                            : tr("Add a key for %1");
    return text.arg(m_provider.name);
}

QString KeyDialog::saveText() const
{
    return !m_given.isEmpty() ? tr("&Keep key") : m_replaces ? tr("&Replace key") : tr("&Add key");
}

void KeyDialog::build()
{
    setMinimumWidth(480);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    if (!m_provider.note.isEmpty()) {
        auto *note = new TextLabel(TextLabel::Voice::Muted, m_provider.note);
        note->setWordWrap(true);
        layout->addWidget(note);
    }
    m_keychain->setText(tr("Asking the system’s keychain…"));
    layout->addWidget(m_keychain);
    layout->addWidget(buildPlaces());
    auto *nameLabel = new TextLabel(TextLabel::Voice::Section, tr("&Name"));
    nameLabel->setBuddy(m_newName);
    m_newName->setPlaceholderText(tr("Your own word for it, such as “work”"));
    layout->addWidget(nameLabel);
    layout->addWidget(m_newName);
    nameLabel->setVisible(m_taken.has_value());
    m_newName->setVisible(m_taken.has_value());
    connect(m_newName, &QLineEdit::textChanged, this, &KeyDialog::updateState);
    layout->addWidget(buildKey());
    layout->addWidget(m_fields);
    m_fields->setVisible(!m_provider.fields.isEmpty() && m_given.isEmpty());
    m_problem->setObjectName(u"keyProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"keyCancel"_s, tr("Cancel"));
    named(m_save, u"keySave"_s, texts::withoutMnemonic(m_save->text()));
    m_save->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addSpacing(4);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &KeyDialog::store);
    connect(m_key, &QLineEdit::textChanged, this, &KeyDialog::updateState);
    connect(m_fields, &FieldsForm::edited, this, &KeyDialog::updateState);
    connect(m_passphrase, &QLineEdit::textChanged, this, &KeyDialog::updateState);
    connect(m_again, &QLineEdit::textChanged, this, &KeyDialog::updateState);
    connect(m_keychain, &Banner::actionTriggered, this, &KeyDialog::askPlace);
    (m_taken ? m_newName : m_key)->setFocus(); // hidden, it leaves the keyboard to the places
    updateState();
}

QWidget *KeyDialog::buildKey()
{
    auto *keyLabel = new TextLabel(TextLabel::Voice::Section, tr("&Key"));
    keyLabel->setBuddy(m_key);
    auto *keyRow = new QHBoxLayout;
    keyRow->addWidget(keyLabel, 1);
    if (m_provider.keyPage.isValid()) {
        auto *page = named(new Button(Button::Kind::Link, tr("&Get a key from %1").arg(m_provider.keyPage.host())),
                           u"keyPage"_s, tr("Get a key from %1").arg(m_provider.keyPage.host()));
        connect(page, &QPushButton::clicked, this, [this] { m_dialogs.openUrl(m_provider.keyPage.toString()); });
        keyRow->addWidget(page);
    }
    auto *box = new QWidget;
    auto *keyBox = new QVBoxLayout(box);
    keyBox->setContentsMargins(0, 0, 0, 0);
    keyBox->setSpacing(4);
    keyBox->addLayout(keyRow);
    keyBox->addWidget(m_key);
    m_key->setPlaceholderText(m_replaces ? tr("Paste the new key; the old one is never shown") : tr("Paste the key"));
    box->setVisible(m_given.isEmpty());
    return box;
}

QWidget *KeyDialog::buildPlaces()
{
    m_places = new QWidget;
    auto *layout = new QVBoxLayout(m_places);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Where it is kept")));
    for (const KeySource place : places) {
        const QString text = keytexts::place(place);
        auto *button =
            named(new QRadioButton(text), u"keyPlace.%1"_s.arg(static_cast<int>(place)), texts::withoutMnemonic(text));
        m_group->addButton(button, static_cast<int>(place));
        auto *explanation = new TextLabel(TextLabel::Voice::Small, keytexts::placeExplanation(place));
        explanation->setWordWrap(true);
        explanation->setContentsMargins(24, 0, 0, 0);
        m_explanations.insert(static_cast<int>(place), explanation);
        layout->addWidget(button);
        layout->addWidget(explanation);
        if (place == KeySource::EncryptedFile) {
            layout->addWidget(buildPassphrase());
        }
        layout->addSpacing(4);
    }
    connect(m_group, &QButtonGroup::idToggled, this, &KeyDialog::updateState);
    return m_places;
}

QWidget *KeyDialog::buildPassphrase()
{
    m_passphraseBox = new QWidget;
    auto *label = new TextLabel(TextLabel::Voice::Body, tr("&Passphrase"));
    label->setBuddy(m_passphrase);
    m_newBox = new QWidget;
    auto *again = new TextLabel(TextLabel::Voice::Body, tr("Once &more"));
    again->setBuddy(m_again);
    again->setMinimumWidth(label->sizeHint().width());
    auto *note = new TextLabel(TextLabel::Voice::Small,
                               tr("A new one, of at least %1 characters. It cannot be recovered: whoever forgets it "
                                  "adds every key anew.")
                                   .arg(shortestPassphrase));
    note->setWordWrap(true);
    m_mismatch->setObjectName(u"passphraseProblem"_s);
    m_mismatch->setWordWrap(true);
    auto *fresh = new QGridLayout(m_newBox);
    fresh->setContentsMargins(0, 0, 0, 0);
    fresh->addWidget(again, 0, 0);
    fresh->addWidget(m_again, 0, 1);
    fresh->addWidget(m_mismatch, 1, 1);
    fresh->addWidget(note, 2, 0, 1, 2);
    fresh->setColumnStretch(1, 1);
    auto *row = new QGridLayout(m_passphraseBox);
    row->setContentsMargins(24, 2, 0, 4);
    row->addWidget(label, 0, 0);
    row->addWidget(m_passphrase, 0, 1);
    row->addWidget(m_newBox, 1, 0, 1, 2);
    row->setColumnStretch(1, 1);
    m_newBox->hide();
    m_mismatch->hide();
    return m_passphraseBox;
}

/// A passphrase that makes the file is easily mistyped, and nothing brings it back.
void KeyDialog::showFileState(SecretState file)
{
    m_fileIsNew = file == SecretState::Missing;
    m_newBox->setVisible(m_fileIsNew);
    updateState();
}

QString KeyDialog::passphraseProblem() const
{
    const QString passphrase = m_passphrase->text();
    if (!m_fileIsNew) {
        return passphrase.isEmpty() ? tr("Enter a passphrase first.") : QString();
    }
    if (passphrase.size() < shortestPassphrase) {
        return tr("The passphrase needs at least %1 characters.").arg(shortestPassphrase);
    }
    return passphrase != m_again->text() ? tr("The two passphrases are not the same.") : QString();
}

void KeyDialog::askPlace()
{
    m_keychain->setAction({});
    m_keyring.fileState(this, [this](SecretState file) { showFileState(file); });
    m_keyring.place(this, [this](KeySource place, SecretState keychain, const Reason &says) {
        showPlace(place, keychain, wording::sentence(says));
    });
}

void KeyDialog::showPlace(KeySource place, SecretState keychain, const QString &detail)
{
    m_placeKnown = true;
    // Where there is none, the library's reason helps nobody who only wants to keep a key.
    const QString problem = keytexts::keychainProblem(keychain, keychain == SecretState::NoBackend ? QString() : detail,
                                                      keytexts::Choice::Below);
    setTip(m_keychain, detail);
    const bool hasKeychain = problem.isEmpty();
    m_keychain->setMeaning(hasKeychain ? Meaning::Ok : Meaning::Warning);
    m_keychain->setText(hasKeychain ? tr("The system’s keychain is available.") : problem);
    m_keychain->setAction(hasKeychain || keychain == SecretState::NoBackend ? QString() : tr("&Try again"));
    m_group->button(static_cast<int>(KeySource::Keychain))->setEnabled(hasKeychain);
    m_group->button(static_cast<int>(KeySource::Keychain))->setVisible(keychain != SecretState::NoBackend);
    m_explanations.value(static_cast<int>(KeySource::Keychain))->setVisible(keychain != SecretState::NoBackend);
    const bool offered = place == KeySource::EncryptedFile || (place == KeySource::Keychain && hasKeychain);
    m_group->button(static_cast<int>(offered ? place : KeySource::Session))->setChecked(true);
    updateState();
}

KeySource KeyDialog::chosenPlace() const
{
    return m_group->checkedId() < 0 ? KeySource::None : static_cast<KeySource>(m_group->checkedId());
}

void KeyDialog::updateState()
{
    const KeySource place = chosenPlace();
    const bool encrypted = place == KeySource::EncryptedFile;
    m_passphraseBox->setVisible(encrypted);
    m_places->setEnabled(m_placeKnown && !m_busy);
    m_newName->setEnabled(!m_busy);
    m_key->setEnabled(!m_busy);
    m_fields->setEnabled(!m_busy);
    // The key file takes about a second, on purpose.
    m_save->setText(m_busy ? tr("Keeping it…") : saveText());
    const QString passphrase = encrypted ? passphraseProblem() : QString();
    const QString missing = this->missing();
    const bool complete = missing.isEmpty() && passphrase.isEmpty();
    const bool mistyped = encrypted && m_fileIsNew && !m_again->text().isEmpty() && !passphrase.isEmpty();
    m_mismatch->setText(mistyped ? passphrase : QString());
    m_mismatch->setVisible(mistyped);
    m_save->setEnabled(m_placeKnown && !m_busy && complete && place != KeySource::None);
    setTip(m_save, m_save->isEnabled() || m_busy ? QString() : !missing.isEmpty() ? missing : passphrase);
}

KeyId KeyDialog::id() const
{
    return {m_provider.id, m_taken ? m_newName->text().trimmed() : m_name};
}

QString KeyDialog::nameProblem() const
{
    if (!m_taken) {
        return {};
    }
    const QString name = id().name;
    if (name.isEmpty()) {
        return tr("Give the key a name first.");
    }
    if (!isKeyName(name)) {
        return tr("A name has up to 40 letters, digits, dots, dashes and underscores.");
    }
    return m_taken->contains(name) ? tr("There is a key of this name already.") : QString();
}

QByteArray KeyDialog::typedKey() const
{
    return m_given.isEmpty() ? m_key->text().trimmed().toUtf8() : m_given;
}

/// Where a key is kept, its fields may be changed alone.
QString KeyDialog::missing() const
{
    if (const QString problem = nameProblem(); !problem.isEmpty()) {
        return problem;
    }
    if (!m_given.isEmpty()) {
        return {};
    }
    const QByteArray key = typedKey();
    if (key.isEmpty() && (!m_replaces || m_fields->changes(false).isEmpty())) {
        return tr("Paste the key first.");
    }
    const QString field = m_fields->missing(key);
    return field.isEmpty() ? QString() : tr("Fill in “%1” first.").arg(field);
}

void KeyDialog::store()
{
    m_busy = true;
    m_problem->hide();
    updateState();
    if (chosenPlace() != KeySource::EncryptedFile) {
        storeFields();
        return;
    }
    m_keyring.unlockFile(m_passphrase->text().toUtf8(), this, [this](const Status &unlocked) {
        if (unlocked) {
            storeFields();
        } else {
            finish(unlocked);
        }
    });
}

void KeyDialog::storeFields()
{
    const QHash<QString, QByteArray> changes =
        m_given.isEmpty() ? m_fields->changes(!typedKey().isEmpty()) : QHash<QString, QByteArray>();
    if (changes.isEmpty()) {
        storeKey();
        return;
    }
    m_keyring.setFields(id(), changes, chosenPlace(), this, [this](const Status &status) {
        if (status) {
            storeKey();
        } else {
            finish(status);
        }
    });
}

void KeyDialog::storeKey()
{
    if (typedKey().isEmpty()) {
        finish(Success());
        return;
    }
    m_keyring.set(id(), typedKey(), chosenPlace(), this, [this](const Status &status) { finish(status); });
}

void KeyDialog::finish(const Status &status)
{
    m_busy = false;
    if (status) {
        m_key->clear();
        m_given.clear();
        m_fields->clearSecrets();
        m_passphrase->clear();
        m_again->clear();
        Q_EMIT stored(id(), chosenPlace());
        accept();
        return;
    }
    m_problem->setText(wording::sentence(status.error()));
    m_problem->show();
    updateState();
    m_key->setFocus();
}

} // namespace lightwell
