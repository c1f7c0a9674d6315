// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> keyRows()
{
    return {
        {reasons::keyMissing, QT_TRANSLATE_NOOP("Secrets", "There is no key for %1 yet. Add one under Keys.")},
        {reasons::keyMissingWithVariable,
         QT_TRANSLATE_NOOP("Secrets", "There is no key for %1 yet. Add one under Keys, or set %2.")},
        {reasons::keysMissing,
         QT_TRANSLATE_NOOP("Secrets",
                           "There is no key yet for any provider of this model (%1). Add one of them under Keys.")},
        {reasons::keysMissingWithVariables,
         QT_TRANSLATE_NOOP("Secrets",
                           "There is no key yet for any provider of this model (%1). Add one of them under Keys, or "
                           "set one of these: %2.")},
        {reasons::keyEmpty, QT_TRANSLATE_NOOP("Secrets", "The key is empty.")},
        {reasons::keyNotKept, QT_TRANSLATE_NOOP("Secrets", "Nothing is kept under this name.")},
        {reasons::addressNotSet,
         QT_TRANSLATE_NOOP("Secrets", "%1 has no address yet. Set it in the settings or in %2.")},
        {reasons::noPlaceReadable, QT_TRANSLATE_NOOP("Secrets", "No place for keys could be read: %1")},
        {reasons::noPlaceReadableLocked,
         QT_TRANSLATE_NOOP("Secrets",
                           "No place for keys could be read: %1 Unlock the keychain or, for the key file, enter its "
                           "passphrase under Keys or set LIGHTWELL_PASSPHRASE.")},
        {reasons::providerUnknown, QT_TRANSLATE_NOOP("Secrets", "There is no provider \"%1\".")},
        {reasons::keychainLocked, QT_TRANSLATE_NOOP("Secrets", "The keychain is locked. Unlock it and try again.")},
        {reasons::keychainRefused,
         QT_TRANSLATE_NOOP("Secrets", "The keychain refused access. Allow Lightwell to use it and try again.")},
        {reasons::keychainAbsent,
         QT_TRANSLATE_NOOP("Secrets",
                           "This computer has no keychain. Use the encrypted key file, an environment variable, or "
                           "a key for this run only.")},
        {reasons::keychainSilent,
         QT_TRANSLATE_NOOP("Secrets",
                           "The keychain does not answer. It may be waiting for you in another window; then try "
                           "again.")},
        {reasons::keychainWithoutKey,
         QT_TRANSLATE_NOOP("Secrets", "The keychain no longer has this key. Enter it again.")},
        {reasons::keychainUnusable, QT_TRANSLATE_NOOP("Secrets", "The keychain could not be used.")},
        {reasons::keyFileLocked,
         QT_TRANSLATE_NOOP("Secrets", "The key file is locked. Enter its passphrase, or set LIGHTWELL_PASSPHRASE.")},
        {reasons::keyFileLockedBecause,
         QT_TRANSLATE_NOOP("Secrets", "%1 Enter the passphrase of the key file, or set LIGHTWELL_PASSPHRASE.")},
        {reasons::keyFileWithoutKey, QT_TRANSLATE_NOOP("Secrets", "The key file has no such key.")},
        {reasons::keyFileUnusable, QT_TRANSLATE_NOOP("Secrets", "The key file could not be used.")},
    };
}

} // namespace lightwell::wording
