// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/fieldsform.h"

#include "ui/dialogs.h"
#include "ui/keys/secretfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isKept(KeySource source)
{
    return source == KeySource::Keychain || source == KeySource::EncryptedFile || source == KeySource::Session;
}

} // namespace

FieldsForm::FieldsForm(const ProviderInfo &provider, const KeyState &state, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_state(state)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const CredentialField &field : provider.fields) {
        addRow(layout, field, dialogs);
    }
}

void FieldsForm::addRow(QVBoxLayout *layout, const CredentialField &field, Dialogs &dialogs)
{
    const QString name = u"keyExtra."_s + field.id;
    QLineEdit *line = field.secret ? secretField(name, field.label) : named(new QLineEdit, name, field.label);
    m_lines.insert(field.id, line);
    auto *label = new TextLabel(TextLabel::Voice::Section, field.label);
    label->setBuddy(line);
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    if (field.page.isValid() && field.page != m_provider.keyPage) {
        const QString text = tr("Find it at %1").arg(field.page.host());
        auto *page = named(new Button(Button::Kind::Link, text), name + u".page"_s, text);
        connect(page, &QPushButton::clicked, this, [&dialogs, url = field.page] { dialogs.openUrl(url.toString()); });
        row->addWidget(page);
    }
    layout->addLayout(row);
    layout->addWidget(line);
    line->setText(kept(field));
    line->setPlaceholderText(explanation(field));
    connect(line, &QLineEdit::textChanged, this, &FieldsForm::edited);
}

KeyFieldState FieldsForm::stateOf(const CredentialField &field) const
{
    const auto found = std::find_if(m_state.fields.begin(), m_state.fields.end(),
                                    [&field](const KeyFieldState &each) { return each.id == field.id; });
    return found == m_state.fields.end() ? KeyFieldState() : *found;
}

QString FieldsForm::kept(const CredentialField &field) const
{
    const KeyFieldState state = stateOf(field);
    return isKept(state.source) && !field.secret ? state.value : QString();
}

/// What stands in an empty line: what counts then, or how it looks.
QString FieldsForm::explanation(const CredentialField &field) const
{
    const KeyFieldState state = stateOf(field);
    if (state.source == KeySource::Environment) {
        return field.secret ? tr("Taken from %1").arg(field.variable)
                            : tr("%1, taken from %2").arg(state.value, field.variable);
    }
    if (isKept(state.source)) {
        return tr("Kept; it is never shown");
    }
    if (!field.fallback.isEmpty()) {
        return tr("%1 unless you say otherwise").arg(field.fallback);
    }
    if (field.optional) {
        return field.hint.isEmpty() ? tr("May stay empty") : tr("May stay empty, or for example %1").arg(field.hint);
    }
    return field.hint.isEmpty() ? QString() : tr("For example %1").arg(field.hint);
}

QHash<QString, QByteArray> FieldsForm::changes(bool isNewKey) const
{
    QHash<QString, QByteArray> changes;
    for (const CredentialField &field : m_provider.fields) {
        const QString text = m_lines.value(field.id)->text().trimmed();
        if (field.secret ? isNewKey || !text.isEmpty() : text != kept(field)) {
            changes.insert(field.id, text.toUtf8());
        }
    }
    return changes;
}

QString FieldsForm::missing(const QByteArray &key) const
{
    for (const CredentialField &field : m_provider.fields) {
        const KeySource source = stateOf(field).source;
        const bool isNeeded = key.isEmpty() ? source != KeySource::NotNeeded : field.isNeededWith(key);
        // A secret one is only of use with the key it came with; a plain one that is kept stands in its line.
        const bool isThere =
            field.secret ? key.isEmpty() && source != KeySource::None : source == KeySource::Environment;
        if (isNeeded && !isThere && m_lines.value(field.id)->text().trimmed().isEmpty()) {
            return field.label;
        }
    }
    return {};
}

void FieldsForm::clearSecrets()
{
    for (const CredentialField &field : m_provider.fields) {
        if (field.secret) {
            m_lines.value(field.id)->clear();
        }
    }
}

} // namespace lightwell
