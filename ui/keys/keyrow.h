// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"
#include "ui/keys/providerkeys.h"
#include "ui/widgets/sign.h"

#include <QTimer>
#include <QWidget>

namespace lightwell {

class Button;
class TextLabel;

/// A provider and its key, or a further key of it: where it is, and what can be done.
class KeyRow : public QWidget
{
    Q_OBJECT
public:
    /// `further`: the name of a key that stands below the provider's first; empty: the provider's own row.
    explicit KeyRow(const ProviderInfo &provider, const QString &further = {}, QWidget *parent = nullptr);
    [[nodiscard]] const ProviderInfo &provider() const { return m_provider; }
    void setState(const KeyState &state, KeyTrial trial);
    void setResult(Meaning meaning, const QString &text); ///< of the last test
    void setTesting(bool testing);
    /// An own server without an address: the first thing it needs.
    void setAddressMissing(bool missing);

Q_SIGNALS:
    void addWanted(const lightwell::KeyId &key); ///< or another in its place
    void anotherWanted(const QString &provider); ///< beside those that are there
    void addressWanted(const QString &provider);
    void testWanted(const lightwell::KeyId &key);
    void removeWanted(const lightwell::KeyId &key);

private:
    void confirmRemoval();
    /// "Luma", or "Luma (work)".
    [[nodiscard]] QString shownName() const;
    ProviderInfo m_provider;
    const bool m_isFurther;
    KeyId m_id; ///< the key that is shown
    TextLabel *m_title;
    Sign *m_sign;
    TextLabel *m_state;
    TextLabel *m_result;
    Button *m_add;
    Button *m_another;
    Button *m_test;
    Button *m_remove;
    /// Removing takes two presses, the second not as a part of the first (see slipMilliseconds), nor when the first is
    /// forgotten.
    enum class Removal { Idle, Asked, Armed };
    void setRemoval(Removal removal);
    Removal m_removal = Removal::Idle;
    QTimer m_arming;
    QTimer m_forgetting;
    bool m_addressMissing = false;
};

} // namespace lightwell
