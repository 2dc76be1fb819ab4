#!/usr/bin/env bash
# Builds the Java package, and compares what the Java program of an example synthesizes with what the TypeScript one does (in dist/, by
# `npm run synth`), byte for byte. Where Maven or a package of cdk8s is not to be had, it says so in one line, and that is no failure.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work

skip() {
  echo "skipped: the Java package is not built, for $1"
  exit 0
}

imported() {
  local version
  version=$(node -p "require('./package.json').devDependencies['$1']")
  echo "<dependency><groupId>org.cdk8s</groupId><artifactId>$1</artifactId><version>$version</version><type>pom</type><scope>import</scope></dependency>"
}

command -v mvn > /dev/null || skip 'there is no command mvn'
# To read a project that imports them, Maven fetches the two descriptions, and no plugin.
cat > "$work/pom.xml" << END
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>imports</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencyManagement><dependencies>$(imported cdk8s)$(imported cdk8s-plus-28)</dependencies></dependencyManagement>
</project>
END
if ! mvn --batch-mode --quiet --file "$work/pom.xml" validate > "$work/maven.txt" 2>&1; then
  missing=$(grep -oE 'org\.cdk8s:[^ ]+' "$work/maven.txt" | sort -u | tr '\n' ' ' || true)
  [ -n "$missing" ] && skip "the Maven repository does not serve ${missing% }"
  cat "$work/maven.txt"
  exit 1
fi

example=jobs-service-ephemeral
rm -rf dist/java
npx projen package:java
package=$(echo dist/java/io/github/cdk8s-sonataflow/cdk8s-sonataflow/*/*.pom)
mvn --batch-mode --quiet --file "$package" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/classpath.txt"
# Java does not heed TMPDIR.
CDK8S_OUTDIR="$work/$example" java -Djava.io.tmpdir="$work" --class-path "${package%.pom}.jar:$(cat "$work/classpath.txt")" "examples/$example/Main.java"
diff --recursive "dist/$example" "$work/$example"
echo "the Java program of $example synthesizes the same bytes"
