// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/keysstep.h"

#include "core/catalog/catalog.h"
#include "core/secrets/environment.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"
#include "ui/keys/keydialog.h"
#include "ui/keys/keytexts.h"
#include "ui/keys/providerkeys.h"
#include "ui/services.h"
#include "ui/welcome/footlink.h"
#include "ui/widgets/hairline.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 4; ///< providers that stand here

/// Of which most people have a key, where none is there.
const QStringList &usual()
{
    static const QStringList ids {u"openai"_s, u"fal"_s, u"google-gemini"_s, u"replicate"_s};
    return ids;
}

qsizetype modelsOf(const Catalog &catalog, const QString &provider)
{
    const QList<Model> &models = catalog.models();
    return std::count_if(models.cbegin(), models.cend(), [&provider](const Model &model) {
        return model.status != "shutdown"_L1
            && std::any_of(model.offers.cbegin(), model.offers.cend(),
                           [&provider](const Offer &offer) { return offer.provider == provider; });
    });
}

/// Its other halves come from the environment, too, and go with it.
bool hasFieldsOutside(const KeyState &state)
{
    return std::any_of(state.fields.cbegin(), state.fields.cend(),
                       [](const KeyFieldState &field) { return field.source == KeySource::Environment; });
}

} // namespace

KeysStep::KeysStep(const Services &services, ProviderKeys &keys, QWidget *parent)
    : StepCard(u"welcome.step.3"_s, 3, tr("Add a key for real ones"), parent)
    , m_catalog(services.catalog)
    , m_keyring(services.keyring)
    , m_dialogs(services.dialogs)
    , m_keys(keys)
    , m_box(new QWidget)
    , m_rows(new QVBoxLayout(m_box))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    addRow(m_box);
    auto *all = new FootLink(u"welcome.allKeys"_s, Icon::Keys, tr("All providers, how to get a key"));
    connect(all, &QAbstractButton::clicked, this, &KeysStep::allWanted);
    finish(all);
    showPlace();
    choose();
    connect(&keys, &ProviderKeys::changed, this, [this] {
        if (!isVisible() || !m_isChosen) {
            choose(); // rows change places only while nobody looks, or before anything is known
        }
        showStates();
    });
    connect(&keys, &ProviderKeys::trialChanged, this, &KeysStep::showStates);
}

void KeysStep::refresh()
{
    choose();
    askPlace([] {});
}

void KeysStep::askPlace(const std::function<void()> &then)
{
    m_keyring.place(this, [this, then](KeySource, SecretState keychain, const Reason &) {
        m_keychain = keychain;
        showPlace();
        then();
    });
}

void KeysStep::setOnline(bool online)
{
    m_isOnline = online;
    showStates();
}

void KeysStep::choose()
{
    m_isChosen = m_keys.isKnown();
    QList<ProviderInfo> chosen;
    const auto add = [&chosen](const ProviderInfo &info) {
        const bool isThere = std::any_of(chosen.cbegin(), chosen.cend(),
                                         [&info](const ProviderInfo &other) { return other.id == info.id; });
        if (!isThere && chosen.size() < most) {
            chosen.append(info);
        }
    };
    for (const ProviderInfo &info : m_keys.providers()) {
        const bool isFound = m_keys.state(info.id).source == KeySource::Environment;
        if (info.needsKey && isFound && modelsOf(m_catalog, info.id) > 0) {
            add(info);
        }
    }
    for (const QString &id : usual()) {
        for (const ProviderInfo &info : m_keys.providers()) {
            if (info.id == id) {
                add(info);
            }
        }
    }
    const bool isSame =
        std::equal(chosen.cbegin(), chosen.cend(), m_lines.cbegin(), m_lines.cend(),
                   [](const ProviderInfo &info, const KeyLine *line) { return info.id == line->provider().id; });
    if (!isSame) {
        const QList<QWidget *> before = m_box->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        qDeleteAll(before);
        m_lines.clear();
        for (const ProviderInfo &info : std::as_const(chosen)) {
            addLine(info);
        }
    }
    showStates();
}

void KeysStep::addLine(const ProviderInfo &provider)
{
    if (!m_lines.isEmpty()) {
        m_rows->addWidget(new Hairline(Qt::Horizontal));
    }
    auto *line = new KeyLine(provider);
    m_lines.append(line);
    m_rows->addWidget(line);
    connect(line, &KeyLine::addWanted, this, [this, id = provider.id] { Q_EMIT keyWanted(id); });
    connect(line, &KeyLine::useWanted, this, [this, id = provider.id] { Q_EMIT useWanted(id); });
    connect(line, &KeyLine::unlockWanted, this, &KeysStep::unlockWanted);
    connect(line, &KeyLine::keepWanted, this, [this, provider] { keep(provider); });
}

void KeysStep::showStates()
{
    for (KeyLine *line : std::as_const(m_lines)) {
        line->show(lookOf(line->provider()));
    }
}

KeyLine::Look KeysStep::lookOf(const ProviderInfo &provider) const
{
    const KeyState state = m_keys.state(provider.id);
    const qsizetype models = modelsOf(m_catalog, provider.id);
    KeyLine::Look look;
    look.state = models == 1 ? tr("1 model, one key") : tr("%1 models, one key").arg(locale().toString(models));
    if (state.source != KeySource::None) {
        const bool isFound = state.source == KeySource::Environment;
        look.meaning = Meaning::Ok;
        look.state = isFound ? tr("ready, from the environment") : tr("ready");
        look.does = KeyLine::Does::Use;
        look.canKeep = isFound && !hasFieldsOutside(state);
        if (m_keys.trial(state.key()) == KeyTrial::Refused) {
            look.meaning = Meaning::Bad;
            look.state = tr("this key was refused");
            look.does = KeyLine::Does::Add;
            look.canKeep = false;
        }
    } else if (m_keys.isLocked(provider.id)) {
        look = {Meaning::Warning, tr("locked"), KeyLine::Does::Unlock};
    } else if (!state.lacks.isEmpty() && state.keyIn != KeySource::None) {
        const keytexts::StateText text = keytexts::state(state, provider, KeyTrial::Untested);
        look = {text.meaning, text.text, KeyLine::Does::Add};
    }
    if (!m_isOnline) {
        look.meaning = Meaning::Warning;
        look.state = tr("no connection");
    }
    return look;
}

bool KeysStep::hasKeychain() const
{
    return m_keychain && keytexts::keychainProblem(*m_keychain, {}, keytexts::Choice::WhenAdding).isEmpty();
}

void KeysStep::showPlace()
{
    if (!m_keychain || hasKeychain()) {
        setText(tr("Your own key, kept in the system’s keychain. One is enough."));
    } else if (*m_keychain == SecretState::NoBackend) {
        setText(tr("This system has no keychain: you are asked first whether a key goes into an encrypted file or is "
                   "there for this run only. One is enough."));
    } else {
        setText(tr("The system’s keychain cannot be used now: you are asked first where a key is kept. One is "
                   "enough."));
    }
}

void KeysStep::keep(const ProviderInfo &provider)
{
    askPlace([this, provider] { hasKeychain() ? keepInKeychain(provider) : askWhereToKeep(provider); });
}

/// The key goes from one place to the other, and is seen by nobody.
void KeysStep::keepInKeychain(const ProviderInfo &provider)
{
    m_keyring.set(provider.id, environment::key(provider), KeySource::Keychain, this,
                  [this, provider](const Status &status) {
                      if (status) {
                          tellKept(provider, KeySource::Keychain);
                      } else {
                          Q_EMIT say(Meaning::Bad, wording::sentence(status.error()));
                      }
                  });
}

void KeysStep::askWhereToKeep(const ProviderInfo &provider)
{
    auto *dialog = new KeyDialog(provider, m_keys.state(provider.id), m_keyring, m_dialogs, {}, window(),
                                 environment::key(provider));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::stored, this,
            [this, provider](const KeyId &, KeySource place) { tellKept(provider, place); });
    dialog->open();
}

void KeysStep::tellKept(const ProviderInfo &provider, KeySource place)
{
    m_keys.refresh();
    Q_EMIT say(Meaning::Ok,
               place == KeySource::Session ? tr("Key for %1 is there until Lightwell closes").arg(provider.name)
                                           : tr("Key for %1 kept").arg(provider.name));
}

} // namespace lightwell
