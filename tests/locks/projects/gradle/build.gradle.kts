plugins {
    java
    id("org.springframework.boot") version "4.1.0"
}

dependencies {
    implementation("com.fasterxml.jackson.core:jackson-databind:2.21.0")
    testImplementation("org.junit.jupiter:junit-jupiter")
}
